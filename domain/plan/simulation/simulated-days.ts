import type { ProviderId } from '../../provider/provider-catalogue.ts'
import { PUBLISHED_LIMITS } from '../../provider/published-limits.ts'
import { USUAL_DEMAND } from '../demand-curve.ts'
import { PEOPLE_SHARE } from '../people-share.ts'
import { UPDATE_MINUTES } from '../planned-provider.ts'
import type { VirtualLimit, WindowUse } from './virtual-ledger.ts'
import type { VirtualSource, VirtualSourceOptions } from './virtual-source.ts'
import { virtualDays, type VirtualItem } from './virtual-days.ts'
import { zipfCities } from './zipf-cities.ts'

const DAY = 24 * 60
const HOUR = 60
const TICK = 15

export interface SimulatedProvider {
  readonly id: ProviderId
  /** The published ones where absent. */
  readonly limits?: readonly VirtualLimit[]
}

export interface Outage {
  readonly id: ProviderId
  /** Minutes of each day. */
  readonly from: number
  readonly to: number
}

export interface SimulationOptions {
  readonly cities: number
  readonly days: number
  readonly seed: number
  /** A midnight, in minutes since 1970. */
  readonly start: number
  readonly providers: readonly SimulatedProvider[]
  readonly outages: readonly Outage[]
}

export interface SimulatedTier {
  readonly name: string
  readonly cities: number
  /** Minutes, at each full hour, as requests meet it; null before the first answer. */
  readonly meanAgeByHour: readonly (number | null)[]
}

export interface SimulationReport {
  readonly meanAge: number | null
  readonly tiers: readonly SimulatedTier[]
  readonly providers: readonly {
    readonly id: string
    readonly counts: VirtualSource['counts']
    readonly windows: readonly WindowUse[]
  }[]
  /** Times in which a provider was not asked, because most calls to it had failed. */
  readonly incidents: readonly {
    readonly provider: string
    readonly from: number
    readonly to: number | null
  }[]
}

const TIERS = [
  { name: 'the 10 most requested', from: 0, to: 10 },
  { name: 'the next 90', from: 10, to: 100 },
  { name: 'all others', from: 100, to: Infinity },
] as const

/** Days of a new installation in virtual time: the planner, the ledger's windows, circuits, fallback. */
export function simulatedDays(options: SimulationOptions): SimulationReport {
  const { cities, days, seed, start, providers } = options
  const items = zipfCities(cities, {
    exponent: 1,
    promised: () => DAY,
    sources: providers.length,
    seed,
  })
  const watch = new Watch(start)
  const end = start + days * DAY
  const { meanAge, sources } = virtualDays({
    items,
    sources: providers.map((provider) => sourceOf(provider, options)),
    curve: USUAL_DEMAND,
    tickMinutes: TICK,
    start,
    countFrom: start + Math.min(6 * HOUR, (days * DAY) / 2),
    end,
    seed,
    onTick: (now, found) => watch.look(now, found, items),
  })
  return {
    meanAge: Number.isFinite(meanAge) ? meanAge : null,
    tiers: watch.tiers(cities),
    providers: sources.map((source) => ({
      id: source.id,
      counts: source.counts,
      windows: source.uses(),
    })),
    incidents: watch.incidents,
  }
}

function sourceOf(
  { id, limits }: SimulatedProvider,
  { outages, days, start }: SimulationOptions,
): VirtualSourceOptions {
  const published = PUBLISHED_LIMITS[id]
  const spacingMs = Math.max(published.spacingMs, 500 / published.maxInFlight)
  return {
    id,
    updateMinutes: UPDATE_MINUTES[id],
    unitsPerCall: 1,
    callsPerTick: Math.floor((TICK * 60_000 * published.placesPerRequest) / spacingMs),
    // Within a tick all calls have one moment, so that a minute's window is the pace above.
    limits: (limits ?? published.quota).filter(({ window }) => window !== 'minute'),
    peopleShare: PEOPLE_SHARE,
    down: outages
      .filter((outage) => outage.id === id)
      .flatMap(({ from, to }) =>
        Array.from({ length: days }, (_, day) => ({
          from: start + day * DAY + from,
          to: start + day * DAY + to,
        })),
      ),
  }
}

/** Looks at every tick, before it. */
class Watch {
  readonly #start: number
  readonly #ages = TIERS.map((): (number | null)[] => [])
  readonly #incidents: { provider: string; from: number; to: number | null }[] = []

  constructor(start: number) {
    this.#start = start
  }

  look(now: number, sources: readonly VirtualSource[], items: readonly VirtualItem[]): void {
    for (const source of sources) this.#lookAt(source, now)
    if ((now - this.#start) % HOUR !== 0 || now === this.#start) return
    for (const [index, { from, to }] of TIERS.entries()) {
      const tier = items.slice(from, to)
      const weight = tier.reduce((sum, item) => sum + item.trueWeight, 0)
      const ages = tier.reduce((sum, item) => sum + item.trueWeight * (now - item.dataAt), 0)
      this.#ages[index]?.push(Number.isFinite(ages / weight) ? ages / weight : null)
    }
  }

  #lookAt({ id, isOpen }: VirtualSource, now: number): void {
    const found = this.#incidents.findLast(({ provider, to }) => provider === id && to === null)
    if (isOpen && !found) this.#incidents.push({ provider: id, from: now - TICK, to: null })
    if (!isOpen && found) found.to = now - TICK
  }

  tiers(cities: number): SimulatedTier[] {
    return TIERS.map(({ name, from, to }, index) => ({
      name,
      cities: Math.max(0, Math.min(cities, to) - from),
      meanAgeByHour: this.#ages[index] ?? [],
    })).filter((tier) => tier.cities > 0)
  }

  get incidents() {
    return this.#incidents
  }
}
