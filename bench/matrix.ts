import { measure } from './measure.ts'
import { median, type Measurement, type Variant } from './measurement.ts'
import type { Stack } from './parts/stack.ts'
import type { Cell, Plan } from './plan.ts'

const WARM_UP: Cell = { cities: 500, latencyMs: 0, errorShare: 0.1 }

/** Code is compiled and connections are open before anything counts. */
export async function warmUp(stack: Stack, { gears, cells }: Plan): Promise<void> {
  const maxCities = Math.max(...cells.map(({ cities }) => cities))
  const cell = { ...WARM_UP, cities: Math.min(WARM_UP.cities, maxCities) }
  for (const variant of [...gears, 'batched', 'plain'] as const) await measure(stack, variant, cell)
}

export async function measureMatrix(
  stack: Stack,
  plan: Plan,
  report: (measurement: Measurement) => void,
): Promise<Measurement[]> {
  const measurements: Measurement[] = []
  for (const cell of plan.cells) {
    for (const measurement of await measureCell(stack, plan, cell)) {
      report(measurement)
      measurements.push(measurement)
    }
  }
  return measurements
}

async function measureCell(stack: Stack, plan: Plan, cell: Cell): Promise<Measurement[]> {
  const { gears, rounds } = plan
  const fast: Variant[] = gears.includes('bulk') ? ['batched', 'bulk'] : ['batched']
  const inTurns: Measurement[] = []
  for (let round = 0; round < rounds; round++) {
    for (const variant of fast) inTurns.push(await measure(stack, variant, cell))
  }
  const measurements = fast.map((variant) =>
    middleOf(inTurns.filter((measurement) => measurement.variant === variant)),
  )
  const few = { ...cell, cities: Math.min(cell.cities, plan.plainLoopMost) }
  measurements.push(await measure(stack, 'plain', few))
  if (gears.includes('city') && cell.cities <= plan.gearCityMost) {
    measurements.push(await measure(stack, 'city', cell))
  }
  return measurements
}

/** The run of median speed, with everything else as it was in that run. */
function middleOf(runs: readonly Measurement[]): Measurement {
  const speed = median(runs.map(({ citiesPerSecond }) => citiesPerSecond))
  const distance = (run: Measurement) => Math.abs(run.citiesPerSecond - speed)
  return runs.reduce((best, run) => (distance(run) < distance(best) ? run : best))
}
