import type { EmulatedCall } from '../exchange.ts'
import { forEachProvider, type ProviderName } from '../provider-names.ts'
import { CLOCK_WINDOWS, windowKey, type ClockWindow } from './clock-windows.ts'

/** The maximum in any minute, hour, day or month of the clock. */
export interface BusiestWindow {
  readonly maxRequests: number
  readonly maxPlaces: number
  readonly maxWeight: number
}

export interface ProviderStats {
  readonly requests: number
  readonly places: number
  readonly weight: number
  readonly byStatus: Record<string, number>
  /** Ended without a whole answer: aborted by the client, reset or cut off. */
  readonly aborted: number
  readonly inFlight: number
  readonly peakInFlight: number
  readonly windows: Record<ClockWindow, BusiestWindow>
  /** Requests for each place, by `latitude,longitude` with four decimals. */
  readonly placeCounts: Map<string, number>
}

export interface Visit {
  readonly inFlight: number
  /** Ends the request; only the first call counts. */
  readonly leave: (outcome: number | 'aborted') => void
}

export interface StatsBook {
  readonly arrive: (provider: ProviderName, call: EmulatedCall, now: Date) => Visit
  readonly snapshot: () => Record<ProviderName, ProviderStats>
  readonly reset: () => void
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

type RunningWindow = {
  readonly key: string
  requests: number
  places: number
  weight: number
}

interface Tally extends Mutable<Omit<ProviderStats, 'windows'>> {
  readonly windows: Record<ClockWindow, Mutable<BusiestWindow>>
  readonly running: Record<ClockWindow, RunningWindow>
}

const forEachWindow = <T>(make: (window: ClockWindow) => T): Record<ClockWindow, T> => ({
  minute: make('minute'),
  hour: make('hour'),
  day: make('day'),
  month: make('month'),
})

const emptyTally = (): Tally => ({
  requests: 0,
  places: 0,
  weight: 0,
  byStatus: {},
  aborted: 0,
  inFlight: 0,
  peakInFlight: 0,
  windows: forEachWindow(() => ({ maxRequests: 0, maxPlaces: 0, maxWeight: 0 })),
  placeCounts: new Map(),
  running: forEachWindow(() => ({ key: '', requests: 0, places: 0, weight: 0 })),
})

function countWindow(tally: Tally, window: ClockWindow, isoTime: string, call: EmulatedCall): void {
  const key = windowKey(isoTime, window)
  if (tally.running[window].key !== key) {
    tally.running[window] = { key, requests: 0, places: 0, weight: 0 }
  }
  const running = tally.running[window]
  running.requests += 1
  running.places += call.places.length
  running.weight += call.weight
  const busiest = tally.windows[window]
  busiest.maxRequests = Math.max(busiest.maxRequests, running.requests)
  busiest.maxPlaces = Math.max(busiest.maxPlaces, running.places)
  busiest.maxWeight = Math.max(busiest.maxWeight, running.weight)
}

function count(tally: Tally, call: EmulatedCall, now: Date): void {
  tally.requests += 1
  tally.places += call.places.length
  tally.weight += call.weight
  tally.inFlight += 1
  tally.peakInFlight = Math.max(tally.peakInFlight, tally.inFlight)
  const isoTime = now.toISOString()
  for (const window of CLOCK_WINDOWS) countWindow(tally, window, isoTime, call)
  for (const { latitude, longitude } of call.places) {
    const key = `${latitude.toFixed(4)},${longitude.toFixed(4)}`
    tally.placeCounts.set(key, (tally.placeCounts.get(key) ?? 0) + 1)
  }
}

function leaveOnce(tally: Tally): Visit['leave'] {
  let isGone = false
  return (outcome) => {
    if (isGone) return
    isGone = true
    tally.inFlight -= 1
    if (outcome === 'aborted') tally.aborted += 1
    else tally.byStatus[outcome] = (tally.byStatus[outcome] ?? 0) + 1
  }
}

function publish({ running: _running, ...stats }: Tally): ProviderStats {
  return {
    ...stats,
    byStatus: { ...stats.byStatus },
    windows: forEachWindow((window) => ({ ...stats.windows[window] })),
    placeCounts: new Map(stats.placeCounts),
  }
}

export function createStatsBook(): StatsBook {
  const tallies = forEachProvider(emptyTally)
  return {
    arrive: (provider, call, now) => {
      const tally = tallies[provider]
      count(tally, call, now)
      return { inFlight: tally.inFlight, leave: leaveOnce(tally) }
    },
    snapshot: () => forEachProvider((provider) => publish(tallies[provider])),
    // Requests under way stay counted.
    reset: () => {
      for (const tally of Object.values(tallies)) {
        Object.assign(tally, { ...emptyTally(), inFlight: tally.inFlight })
      }
    },
  }
}
