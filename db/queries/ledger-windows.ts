import { sql, type SQL } from 'drizzle-orm'
import {
  oldestSlot,
  QUOTA_WINDOWS,
  slotFreeAt,
  slotOf,
  windowEnd,
  windowStart,
  type QuotaLimit,
  type QuotaWindow,
  type WindowRule,
} from '../../domain/quota/windows.ts'
import { providerLedgers } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'

export type LedgerRow = typeof providerLedgers.$inferSelect

const END = {
  minute: providerLedgers.minuteEnd,
  hour: providerLedgers.hourEnd,
  day: providerLedgers.dayEnd,
  month: providerLedgers.monthEnd,
} as const

const USED = {
  minute: providerLedgers.minuteUsed,
  hour: providerLedgers.hourUsed,
  day: providerLedgers.dayUsed,
  month: providerLedgers.monthUsed,
} as const

/** Every window is charged, by the rule of its limit where it has one. */
export const rulesOf = (limits: readonly WindowRule[]): WindowRule[] =>
  QUOTA_WINDOWS.map((window) => limits.find((one) => one.window === window) ?? { window })

const isSliding = ({ kind }: WindowRule): boolean => kind === 'sliding'

/** A charge counts until its window ends, also where a rule of today would have ended it before. */
const fixedUsed = (rule: WindowRule, now: Date) =>
  sql<number>`case when ${END[rule.window]} > ${timestamptz(windowStart(rule, now))} then ${USED[rule.window]} else 0 end`

const slotsIn = (window: QuotaWindow) => sql`(${providerLedgers.slots} -> ${window}::text)`

/** Until a window that has become a sliding one was charged, what it held as a fixed one counts. */
const slidingUsed = ({ window }: WindowRule, now: Date) => sql<number>`case
  when ${slotsIn(window)} is null then (${fixedUsed({ window }, now)})
  else (select coalesce(sum(value::text::float8), 0) from jsonb_each(${slotsIn(window)})
    where key::bigint >= ${oldestSlot(window, now)}::bigint) end`

/** What the window that holds `now` has used. */
export const usedNow = (rule: WindowRule, now: Date): SQL<number> =>
  isSliding(rule) ? slidingUsed(rule, now) : fixedUsed(rule, now)

/** What of a window's slots still counts, with the weight added to the present one. */
function chargedSlots({ window }: WindowRule, weight: number, now: Date): SQL {
  const slot = String(slotOf(window, now))
  const kept = sql`(select coalesce(jsonb_object_agg(key, value), '{}'::jsonb)
    from jsonb_each(coalesce(${slotsIn(window)}, '{}'::jsonb))
    where key::bigint >= ${oldestSlot(window, now)}::bigint)`
  const before = sql`case when ${slotsIn(window)} is null then (${fixedUsed({ window }, now)})
    else coalesce((${slotsIn(window)} ->> ${slot}::text)::float8, 0) end`
  return sql`jsonb_build_object(${window}::text, ${kept} || jsonb_build_object(${slot}::text, ${before} + ${weight}::float8))`
}

/** The columns of a row that is charged in every window. */
export function charged(
  limits: readonly QuotaLimit[],
  weight: number,
  now: Date,
): Record<string, SQL> {
  const rules = rulesOf(limits)
  const columns = rules.flatMap((one) => {
    const rule = isSliding(one) ? { window: one.window } : one
    return [
      [
        `${rule.window}End`,
        sql`greatest(${END[rule.window]}, ${timestamptz(windowEnd(rule, now))})`,
      ],
      [`${rule.window}Used`, sql`(${fixedUsed(rule, now)}) + ${weight}::float8`],
    ] as const
  })
  const sliding = rules.filter(isSliding).map((rule) => chargedSlots(rule, weight, now))
  const slots = sql.join([sql`${providerLedgers.slots}`, ...sliding], sql` || `)
  return { ...Object.fromEntries(columns), ...(sliding.length > 0 && { slots }) }
}

/** The columns of a row that gives back what was charged at a moment before. */
export function refunded(
  limits: readonly WindowRule[],
  weight: number,
  chargedAt: Date,
): Record<string, SQL> {
  const rules = rulesOf(limits)
  const given = rules.map((one) => {
    const rule = isSliding(one) ? { window: one.window } : one
    const [end, used] = [END[rule.window], USED[rule.window]]
    return [
      `${rule.window}Used`,
      sql`case when ${end} = ${timestamptz(windowEnd(rule, chargedAt))} then greatest(0, ${used} - ${weight}::float8) else ${used} end`,
    ] as const
  })
  const sliding = rules.filter(isSliding).map(({ window }) => {
    const slot = String(slotOf(window, chargedAt))
    return sql`case when ${slotsIn(window)} ->> ${slot}::text is null then '{}'::jsonb
      else jsonb_build_object(${window}::text, ${slotsIn(window)} || jsonb_build_object(${slot}::text,
        greatest(0, (${slotsIn(window)} ->> ${slot}::text)::float8 - ${weight}::float8))) end`
  })
  const slots = sql.join([sql`${providerLedgers.slots}`, ...sliding], sql` || `)
  return { ...Object.fromEntries(given), ...(sliding.length > 0 && { slots }) }
}

/** `now`, or where that is before the window that is charged, the beginning of that one. */
export function countedAt(row: LedgerRow, rule: WindowRule, now: Date): Date {
  if (isSliding(rule)) return now
  const last = new Date(row[`${rule.window}End`].getTime() - 1)
  return new Date(Math.max(now.getTime(), windowStart(rule, last).getTime()))
}

/** Used weight of the window that holds `now`. */
export function usedIn(row: LedgerRow, of: WindowRule | QuotaWindow, now: Date): number {
  const rule = typeof of === 'string' ? { window: of } : of
  const slots = isSliding(rule) ? row.slots[rule.window] : undefined
  if (!slots) {
    const start = windowStart(isSliding(rule) ? rule.window : rule, now)
    return row[`${rule.window}End`] > start ? row[`${rule.window}Used`] : 0
  }
  const oldest = oldestSlot(rule.window, now)
  return Object.entries(slots).reduce(
    (sum, [slot, weight]) => (Number(slot) >= oldest ? sum + weight : sum),
    0,
  )
}

/** The slots that still count, the oldest first. */
export const oldestCountedSlots = (
  slots: Readonly<Record<string, number>>,
  window: QuotaWindow,
  now: Date,
): string[] =>
  Object.keys(slots)
    .filter((slot) => Number(slot) >= oldestSlot(window, now))
    .sort((one, other) => Number(one) - Number(other))

/** When a window has room for the weight, if nothing else is charged meanwhile. */
export function roomAt(row: LedgerRow, limit: QuotaLimit, weight: number, now: Date): Date {
  const slots = isSliding(limit) ? row.slots[limit.window] : undefined
  if (!slots) {
    const end = windowEnd(isSliding(limit) ? limit.window : limit, now)
    return new Date(Math.max(end.getTime(), row[`${limit.window}End`].getTime()))
  }
  let used = usedIn(row, limit, now)
  for (const slot of oldestCountedSlots(slots, limit.window, now)) {
    used -= slots[slot] ?? 0
    if (used + weight <= limit.limit) return slotFreeAt(limit.window, Number(slot))
  }
  return slotFreeAt(limit.window, slotOf(limit.window, now))
}
