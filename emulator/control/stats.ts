import type { Ask } from '../exchange.ts'
import { type ProviderName, forEachProvider } from '../provider-names.ts'
import { CLOCK_WINDOWS, type ClockWindow, windowKey } from './clock-windows.ts'

/** The most that arrived in any one minute, hour, day or month of the clock. */
export interface BusiestWindow {
  maxRequests: number
  maxPlaces: number
  maxWeight: number
}

export interface ProviderStats {
  requests: number
  places: number
  weight: number
  byStatus: Record<string, number>
  /** Ended without a whole answer: hung up on, reset or cut off. */
  aborted: number
  inFlight: number
  peakInFlight: number
  windows: Record<ClockWindow, BusiestWindow>
  /** How often each place was asked for, by `latitude,longitude` with four decimals. */
  placeCounts: Map<string, number>
}

export interface Visit {
  inFlight: number
  /** Ends the visit; only the first call counts. */
  leave: (outcome: number | 'aborted') => void
}

export interface StatsBook {
  arrive: (provider: ProviderName, ask: Ask, now: Date) => Visit
  snapshot: () => Record<ProviderName, ProviderStats>
  reset: () => void
}

interface RunningWindow {
  key: string
  requests: number
  places: number
  weight: number
}

interface Tally extends ProviderStats {
  running: Record<ClockWindow, RunningWindow>
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

function countWindow(tally: Tally, window: ClockWindow, isoTime: string, ask: Ask): void {
  const key = windowKey(isoTime, window)
  if (tally.running[window].key !== key) {
    tally.running[window] = { key, requests: 0, places: 0, weight: 0 }
  }
  const running = tally.running[window]
  running.requests += 1
  running.places += ask.places.length
  running.weight += ask.weight
  const busiest = tally.windows[window]
  busiest.maxRequests = Math.max(busiest.maxRequests, running.requests)
  busiest.maxPlaces = Math.max(busiest.maxPlaces, running.places)
  busiest.maxWeight = Math.max(busiest.maxWeight, running.weight)
}

function count(tally: Tally, ask: Ask, now: Date): void {
  tally.requests += 1
  tally.places += ask.places.length
  tally.weight += ask.weight
  tally.inFlight += 1
  tally.peakInFlight = Math.max(tally.peakInFlight, tally.inFlight)
  const isoTime = now.toISOString()
  for (const window of CLOCK_WINDOWS) countWindow(tally, window, isoTime, ask)
  for (const { latitude, longitude } of ask.places) {
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
    arrive: (provider, ask, now) => {
      const tally = tallies[provider]
      count(tally, ask, now)
      return { inFlight: tally.inFlight, leave: leaveOnce(tally) }
    },
    snapshot: () => forEachProvider((provider) => publish(tallies[provider])),
    // Who is inside stays inside.
    reset: () => {
      for (const tally of Object.values(tallies)) {
        Object.assign(tally, { ...emptyTally(), inFlight: tally.inFlight })
      }
    },
  }
}
