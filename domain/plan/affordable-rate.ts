import type { DemandMinutes } from './demand-minutes.ts'
import type { PlanSource, PlanWindow } from './plan-input.ts'

const DAY = 24 * 60

/** What a source can still give, in calls. */
export interface Affordable {
  /** Calls per demand minute, until the scarcest window ends. */
  readonly rate: number
  /** What is left now that people are not expected to need. */
  readonly free: number
  /** The same by the windows of a day or more alone: an hour's limit is whole again in the next. */
  readonly freeToday: number
  /** The most calls that this tick may carry. */
  readonly mostThisTick: number
  /** Calls a minute by the limits alone, whatever is used. */
  readonly rateOfLimits: number
}

const UNLIMITED: Affordable = {
  rate: Infinity,
  free: Infinity,
  freeToday: Infinity,
  mostThisTick: Infinity,
  rateOfLimits: Infinity,
}

interface Clock {
  readonly now: number
  readonly tickMinutes: number
  readonly demand: DemandMinutes
}

/** The scarcest window decides. */
export function affordableOf(source: PlanSource, clock: Clock): Affordable {
  const { callsPerTick, unitsPerCall } = source
  const perMinute = callsPerTick / clock.tickMinutes
  const pace = {
    ...UNLIMITED,
    mostThisTick: callsPerTick,
    rate: perMinute,
    rateOfLimits: perMinute,
  }
  return source.windows.reduce((least, window) => {
    const units = ofWindow(window, clock)
    return {
      rate: Math.min(least.rate, units.rate / unitsPerCall),
      free: Math.min(least.free, units.free / unitsPerCall),
      freeToday: Math.min(least.freeToday, units.freeToday / unitsPerCall),
      mostThisTick: Math.min(least.mostThisTick, units.mostThisTick / unitsPerCall),
      rateOfLimits: Math.min(least.rateOfLimits, units.rateOfLimits / unitsPerCall),
    }
  }, pace)
}

/** The same in the units of the window. */
function ofWindow(window: PlanWindow, clock: Clock): Affordable {
  const { start, end, limit, used } = window
  const length = end - start
  const rateOfLimits = limit / length
  const today = (free: number) => (length < DAY ? Infinity : free)
  // The ledger has the last word within a tick; here it only caps.
  if (length <= clock.tickMinutes) {
    const mostThisTick = rateOfLimits * clock.tickMinutes
    return { ...UNLIMITED, rate: rateOfLimits, mostThisTick, rateOfLimits }
  }
  const left = Math.max(0, limit - used)
  if (window.kind === 'sliding') {
    const free = { free: left, freeToday: today(left) }
    return { rate: rateOfLimits, ...free, mostThisTick: left, rateOfLimits }
  }
  const stretch = length > DAY ? todayOf(window, clock) : { start, end, limit, used }
  const { rate, free } = ofStretch(stretch, window.peopleShare, clock)
  return { rate, free, freeToday: today(free), mostThisTick: left, rateOfLimits }
}

type Stretch = Pick<PlanWindow, 'start' | 'end' | 'limit' | 'used'>

/** A month is cut into days: today's part of what was left this morning, by demand. */
function todayOf(window: PlanWindow, clock: Clock): Stretch {
  const { start, end, limit, used, usedToday, todayStart = -Infinity } = window
  const midnight = Math.max(Math.floor(clock.now / DAY) * DAY, todayStart)
  const today = { start: Math.max(start, midnight), end: Math.min(end, midnight + DAY) }
  const { demand } = clock
  const share = demand.between(today.start, today.end) / demand.between(today.start, end)
  return { ...today, limit: (limit - (used - usedToday)) * share, used: usedToday }
}

/** What people may still ask for is held back with twice its scatter, and so releases itself. */
function ofStretch(
  { start, end, limit, used }: Stretch,
  peopleShare: number,
  { now, demand }: Clock,
): Pick<Affordable, 'rate' | 'free'> {
  const left = demand.between(now, end)
  const whole = demand.between(start, end)
  const expected = whole > 0 ? (peopleShare * Math.max(0, limit) * left) / whole : 0
  const free = Math.max(0, limit - used - expected - 2 * Math.sqrt(expected))
  return { rate: left > 0 ? free / left : 0, free }
}
