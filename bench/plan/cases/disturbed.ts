import { FLAT_DEMAND } from '../../../domain/plan/demand-curve.ts'
import type { VirtualDaysOptions } from '../../../domain/plan/simulation/virtual-days.ts'
import { tickBound } from '../bounds/flat-bounds.ts'
import { atMost, days, over, within, type PlanCase } from '../measured-row.ts'
import { boundCities, DAY, START, virtualCities } from '../virtual-cities.ts'
import { daily } from '../virtual-sources.ts'

const CALLS = 10_000

interface Disturbance {
  readonly name: string
  readonly accept: number
  readonly down?: { readonly from: number; readonly to: number }
  readonly failedShare?: number
  readonly options?: Partial<VirtualDaysOptions>
}

const NOON = START + 2 * DAY + DAY / 2

const disturbed = ({ name, accept, down, failedShare = 0, options }: Disturbance): PlanCase => {
  const title = `2000 cities, 10000 calls: ${name}`
  return {
    name: title,
    run() {
      const items = virtualCities(2_000)
      const source = daily(CALLS, { failedShare, ...(down && { down: [down] }) })
      const report = days({
        items,
        sources: [source],
        curve: FLAT_DEMAND,
        end: START + 3 * DAY,
        ...options,
      })
      // A call that fails is charged, so that the bound has the others only.
      const callsPerDay = CALLS * (1 - failedShare)
      const bound = tickBound({ cities: boundCities(items), callsPerDay, updateMinutes: 15 }, 15)
      return [
        within(title, bound, report.meanAge, accept),
        // With a wrong clock, or two that plan, the ledger refuses; over a window nothing ever is.
        atMost(`${title}: over any window`, over(report), 0),
      ]
    },
  }
}

export const DISTURBED: readonly PlanCase[] = [
  disturbed({ name: 'two hours down at noon', accept: 1.08, down: { from: NOON, to: NOON + 120 } }),
  disturbed({
    name: 'clock an hour ahead for four hours',
    accept: 1.08,
    options: { clockError: (now) => (now >= NOON && now < NOON + 240 ? 60 : 0) },
  }),
  disturbed({
    name: 'clock an hour behind for four hours',
    accept: 1.08,
    options: { clockError: (now) => (now >= NOON && now < NOON + 240 ? -60 : 0) },
  }),
  disturbed({
    name: 'from nothing, from the sixth hour on',
    accept: 1.08,
    options: { countFrom: START + 360, end: START + DAY },
  }),
  disturbed({ name: 'every twentieth call fails', accept: 1.05, failedShare: 0.05 }),
  disturbed({
    name: 'answers up to five minutes after their tick',
    accept: 1.05,
    options: { longestDelayMinutes: 5 },
  }),
  disturbed({ name: 'two planners at once', accept: 1.05, options: { planners: 2 } }),
]
