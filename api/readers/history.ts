import type { Database } from '../../db/database.ts'
import {
  historyProviders,
  historyReadings,
  historySums,
  type HistorySums,
} from '../../db/queries/history.ts'
import { rolledUpTo } from '../../db/queries/rollups.ts'
import { ROLLUP_LATENESS_MS } from '../../domain/analytics/rollup-lateness.ts'
import type { City } from '../../domain/city/city.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { localDay, startOfLastDays, type LocalDay } from '../../domain/time/local-days.ts'
import { HOUR_MS } from '../../domain/time/durations.ts'
import type { StoredConditions } from '../../domain/weather/reading.ts'
import type { HistoryCursor } from './history-cursor.ts'

export interface HistoryQuestion {
  readonly city: City
  /** Local days of the city, that of `to` included. */
  readonly days: number
  readonly limit: number
  readonly cursor: HistoryCursor
}

export interface HistorySpan {
  readonly from: Date
  readonly to: Date
}

/** Readings of an hour or a day, added up. */
export interface SummedUp extends HistorySums {
  readonly startsAt: Date
  readonly endsAt: Date
  /** Null where the readings are deleted: sums do not keep whose they were. */
  readonly providers: readonly ProviderId[] | null
}

export interface HistoryPage<Item> extends HistorySpan {
  readonly items: readonly Item[]
  readonly next?: HistoryCursor | undefined
}

export async function readSums(
  db: Database,
  interval: 'hour' | 'day',
  question: HistoryQuestion,
): Promise<HistoryPage<SummedUp>> {
  const { city, limit, cursor } = question
  const span = spanOf(question)
  const from = later(span.from, cursor.from)
  const upTo = await rolledUpTo(db)
  const found = await historySums(db, interval, {
    cityId: city.id,
    timeZone: city.timeZone,
    from,
    to: span.to,
    rolledUpTo: upTo ? new Date(upTo.getTime() - ROLLUP_LATENESS_MS) : from,
    limit: limit + 1,
  })
  const items = await withProviders(db, interval, city, found.slice(0, limit))
  const last = found.length > limit ? items.at(-1) : undefined
  return { ...span, items, next: last && { to: span.to, from: last.endsAt } }
}

async function withProviders(
  db: Database,
  interval: 'hour' | 'day',
  { id, timeZone }: City,
  sums: readonly HistorySums[],
): Promise<SummedUp[]> {
  const timed = sums.map((one) => ({ ...one, ...timesOf(interval, one.bucket, timeZone) }))
  const [first, last] = [timed.at(0), timed.at(-1)]
  if (first === undefined || last === undefined) return []
  const span = { cityId: id, timeZone, from: first.startsAt, to: last.endsAt }
  const providers = await historyProviders(db, interval, span)
  return timed.map((one) => ({ ...one, providers: providers.get(one.bucket) ?? null }))
}

function timesOf(
  interval: 'hour' | 'day',
  bucket: string,
  timeZone: string,
): Omit<LocalDay, 'hours'> {
  if (interval === 'day') return localDay(bucket, timeZone)
  const startsAt = new Date(bucket)
  return { startsAt, endsAt: new Date(startsAt.getTime() + HOUR_MS) }
}

export async function readReadings(
  db: Database,
  question: HistoryQuestion,
): Promise<HistoryPage<StoredConditions>> {
  const { city, limit, cursor } = question
  const span = spanOf(question)
  const { from, provider } = cursor
  const found = await historyReadings(db, {
    cityId: city.id,
    from: later(span.from, from),
    to: span.to,
    after: provider && { validAt: from, provider },
    limit: limit + 1,
  })
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return {
    ...span,
    items,
    next: last && { to: span.to, from: last.validAt, provider: last.provider },
  }
}

const spanOf = ({ city, days, cursor: { to } }: HistoryQuestion): HistorySpan => ({
  from: startOfLastDays(to, days, city.timeZone),
  to,
})

const later = (one: Date, other: Date): Date => (one > other ? one : other)
