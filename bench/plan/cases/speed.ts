import { USUAL_DEMAND } from '../../../domain/plan/demand-curve.ts'
import { planTick } from '../../../domain/plan/plan-tick.ts'
import { seededRandom } from '../../../domain/plan/simulation/random.ts'
import { VirtualSource } from '../../../domain/plan/simulation/virtual-source.ts'
import { atMost, type PlanCase } from '../measured-row.ts'
import { DAY, START, virtualCities } from '../virtual-cities.ts'
import { daily, KEYED, MET_NORWAY } from '../virtual-sources.ts'

const ROUNDS = 5

const speed = (name: string, sources: readonly Parameters<typeof daily>[1][]): PlanCase => ({
  name,
  run() {
    const now = START + DAY / 2
    const random = seededRandom(3)
    const items = virtualCities(100_000, { zones: 'world', sources: sources.length })
    for (const item of items) {
      item.dataAt = now - Math.ceil(random() * 96) * 15
      item.askedAt = sources.map(() => item.dataAt)
    }
    const views = sources.map((source) =>
      new VirtualSource(daily(10_000, source), now, random).view(now),
    )
    const times = Array.from({ length: ROUNDS }, () => {
      const begun = performance.now()
      planTick({ now, tickMinutes: 15, items, sources: views, curve: USUAL_DEMAND, seed: 1 })
      return performance.now() - begun
    })
    times.sort((one, other) => one - other)
    return [atMost(`${name}: milliseconds`, times[Math.floor(ROUNDS / 2)] ?? 0, 1_000)]
  },
})

export const SPEED: readonly PlanCase[] = [
  speed('planning 100000 cities, one source', [{}]),
  speed('planning 100000 cities, five sources', [...KEYED, MET_NORWAY]),
]
