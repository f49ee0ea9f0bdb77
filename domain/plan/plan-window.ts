import { windowEnd, windowStart, type QuotaLimit } from '../quota/windows.ts'
import { MINUTE_MS } from '../time/durations.ts'
import { PEOPLE_SHARE } from './people-share.ts'
import type { PlanWindow } from './plan-input.ts'

interface WindowUse {
  readonly used: number
  readonly usedToday: number
  /** A moment of the day that is counted; that of the plan where absent. */
  readonly today?: Date
}

/** A limit with what of its window is used at a moment, and of that since 00:00 UTC. */
export const planWindow = (
  limit: QuotaLimit,
  { used, usedToday, today }: WindowUse,
  at: Date,
): PlanWindow => ({
  window: limit.window,
  kind: limit.kind ?? 'fixed',
  start: windowStart(limit, at).getTime() / MINUTE_MS,
  end: windowEnd(limit, at).getTime() / MINUTE_MS,
  limit: limit.limit,
  used,
  usedToday: Math.min(used, usedToday),
  ...(today && { todayStart: windowStart('day', today).getTime() / MINUTE_MS }),
  peopleShare: PEOPLE_SHARE,
})
