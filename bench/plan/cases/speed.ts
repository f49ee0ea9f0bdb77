import { USUAL_DEMAND } from '../../../domain/plan/demand-curve.ts'
import { planTick } from '../../../domain/plan/plan-tick.ts'
import { seededRandom } from '../../../domain/plan/simulation/random.ts'
import { VirtualSource } from '../../../domain/plan/simulation/virtual-source.ts'
import { atMost, type PlanCase } from '../measured-row.ts'
import { DAY, START, virtualCities } from '../virtual-cities.ts'
import { daily, KEYED, MET_NORWAY } from '../virtual-sources.ts'

const ROUNDS = 5
/** Conditions, forecast, air quality: how often each is refreshed at most. */
const PRODUCTS_MINUTES = [15, 180, 60]

const speed = (
  name: string,
  sources: readonly Parameters<typeof daily>[1][],
  { products, mostMs }: { readonly products: number; readonly mostMs: number },
): PlanCase => ({
  name,
  run() {
    const now = START + DAY / 2
    const random = seededRandom(3)
    const cities = virtualCities(100_000, { zones: 'world', sources: sources.length })
    const items = PRODUCTS_MINUTES.slice(0, products).flatMap((leastMinutes, index) =>
      cities.map((city) => ({ ...city, leastMinutes, turn: index / PRODUCTS_MINUTES.length })),
    )
    for (const item of items) {
      item.dataAt = now - Math.ceil(random() * 96) * 15
      item.askedAt = sources.map(() => item.dataAt)
    }
    const views = sources.map((source) =>
      new VirtualSource(daily(10_000, source), now, random).view(now),
    )
    const times = Array.from({ length: ROUNDS }, () => {
      const begun = process.cpuUsage()
      planTick({ now, tickMinutes: 15, items, sources: views, curve: USUAL_DEMAND, seed: 1 })
      const { user, system } = process.cpuUsage(begun)
      return (user + system) / 1000
    })
    times.sort((one, other) => one - other)
    return [atMost(`${name}: milliseconds of CPU`, times[Math.floor(ROUNDS / 2)] ?? 0, mostMs)]
  },
})

export const SPEED: readonly PlanCase[] = [
  speed('planning 100000 cities, one source', [{}], { products: 1, mostMs: 1_000 }),
  speed('planning 100000 cities, five sources', [...KEYED, MET_NORWAY], {
    products: 1,
    mostMs: 1_000,
  }),
  speed('planning three products of 100000 cities, a scarce source and a floor', [{}, MET_NORWAY], {
    products: 3,
    mostMs: 2_000,
  }),
]
