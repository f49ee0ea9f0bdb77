import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { NewNotification } from '../../domain/notifications/notification.ts'
import { isQuiet } from '../../domain/thresholds/quiet-hours.ts'
import { holds, valueIn } from '../../domain/thresholds/threshold.ts'
import { thresholdNotification } from '../../domain/thresholds/threshold-notification.ts'
import type { Conditions } from '../../domain/weather/reading.ts'
import type { Queryable } from '../database.ts'
import { cities, latestConditions, thresholdCrossings, thresholds } from '../schema/index.ts'
import type { CityRefresh } from './city-refresh.ts'
import { notify } from './notifications.ts'

type Rule = typeof thresholds.$inferSelect
type Crossing = typeof thresholdCrossings.$inferSelect

/** A threshold and a city for which something may begin, end, or be sent now. */
interface Candidate {
  readonly rule: Rule
  readonly cityId: CityId
  readonly reading: Conditions
  readonly isHolding: boolean
  readonly open: Crossing | undefined
}

/**
 * Begins and ends what the stored conditions of a page say of the thresholds. One query where there
 * are none; the rest only for cities for which something may change.
 */
export async function noteThresholds(tx: Queryable, page: readonly CityRefresh[]): Promise<void> {
  const rules = await tx.select().from(thresholds).orderBy(asc(thresholds.id))
  if (rules.length === 0) return
  const candidates = await candidatesOf(tx, rules, page)
  if (candidates.length === 0) return
  const served = await servedNow(tx, candidates)
  const toSend: NewNotification[] = []
  for (const candidate of candidates) {
    const city = served.get(candidate.cityId)
    // What is not served, such as an older reading that came late, says nothing of now.
    if (!city || Number(city.validAt) !== Number(candidate.reading.validAt)) continue
    if (city.provider !== candidate.reading.provider) continue
    const at = page.find(({ cityId }) => cityId === candidate.cityId)?.at ?? new Date()
    toSend.push(...(await apply(tx, candidate, city, at)))
  }
  await notify(tx, toSend)
}

async function candidatesOf(
  tx: Queryable,
  rules: readonly Rule[],
  page: readonly CityRefresh[],
): Promise<Candidate[]> {
  const ids = page.flatMap(({ cityId, reading }) => (reading.conditions ? [cityId] : []))
  if (ids.length === 0) return []
  const known = await tx
    .select()
    .from(thresholdCrossings)
    .where(and(inArray(thresholdCrossings.cityId, ids), isNull(thresholdCrossings.endedAt)))
  const openOf = new Map(known.map((one) => [`${one.thresholdId} ${one.cityId}`, one]))
  return page.flatMap(({ cityId, reading: { conditions } }) =>
    conditions
      ? rules.flatMap((rule): Candidate[] => {
          if (rule.cityId !== null && rule.cityId !== cityId) return []
          const isHolding = holds(rule, conditions)
          const open = openOf.get(`${rule.id} ${cityId}`)
          if (isHolding === undefined || (!isHolding && !open)) return []
          if (isHolding && open && open.toldAt !== null) return []
          return [{ rule, cityId, reading: conditions, isHolding, open }]
        })
      : [],
  )
}

interface Served {
  readonly name: string
  readonly timeZone: string
  readonly provider: string
  readonly validAt: Date
}

async function servedNow(
  tx: Queryable,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<CityId, Served>> {
  const ids = [...new Set(candidates.map(({ cityId }) => cityId))]
  const rows = await tx
    .select({
      cityId: cities.id,
      name: cities.name,
      timeZone: cities.timeZone,
      provider: latestConditions.provider,
      validAt: latestConditions.validAt,
    })
    .from(cities)
    .innerJoin(latestConditions, eq(latestConditions.cityId, cities.id))
    .where(inArray(cities.id, ids))
  return new Map(rows.map(({ cityId, ...served }) => [cityId, served]))
}

async function apply(
  tx: Queryable,
  candidate: Candidate,
  city: Served,
  at: Date,
): Promise<NewNotification[]> {
  const { rule, isHolding, open } = candidate
  if (!isHolding) return open ? end(tx, candidate, city, { open, at }) : []
  const quiet =
    rule.quietFrom !== null && rule.quietTo !== null
      ? { from: rule.quietFrom, to: rule.quietTo }
      : null
  const isTold = !isQuiet(quiet, at, city.timeZone)
  const crossing = open ?? (await begin(tx, candidate))
  if (!crossing || !isTold) return []
  await tx
    .update(thresholdCrossings)
    .set({ toldAt: at })
    .where(eq(thresholdCrossings.id, crossing.id))
  return [thresholdNotification('started', toldOf(candidate, city, crossing), at)]
}

/** Undefined where another process has begun it since. */
async function begin(
  tx: Queryable,
  { rule, cityId, reading }: Candidate,
): Promise<Crossing | undefined> {
  const startValue = valueIn(rule.field, reading)
  if (startValue === null) return undefined
  const { provider, validAt: startedAt } = reading
  const [row] = await tx
    .insert(thresholdCrossings)
    .values({ thresholdId: rule.id, cityId, provider, startedAt, startValue })
    .onConflictDoNothing()
    .returning()
  return row
}

/** An end is sent at once, also in quiet hours, if its start was sent, and never otherwise. */
async function end(
  tx: Queryable,
  candidate: Candidate,
  city: Served,
  { open, at }: { readonly open: Crossing; readonly at: Date },
): Promise<NewNotification[]> {
  const { rule, reading } = candidate
  const [ended] = await tx
    .update(thresholdCrossings)
    .set({ endedAt: reading.validAt, endValue: valueIn(rule.field, reading) })
    .where(and(eq(thresholdCrossings.id, open.id), isNull(thresholdCrossings.endedAt)))
    .returning()
  if (!ended?.toldAt) return []
  return [thresholdNotification('ended', toldOf(candidate, city, ended), at)]
}

const toldOf = ({ rule, cityId, reading }: Candidate, city: Served, crossing: Crossing) => ({
  id: crossing.id,
  thresholdId: rule.id,
  thresholdName: rule.name,
  severity: rule.severity,
  field: rule.field,
  side: rule.side,
  bound: rule.value,
  cityId,
  cityName: city.name,
  startedAt: crossing.startedAt,
  endedAt: crossing.endedAt,
  value: valueIn(rule.field, reading) ?? crossing.startValue,
  validAt: reading.validAt,
  provider: reading.provider,
})
