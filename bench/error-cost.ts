import { measure } from './measure.ts'
import { median, type BlipCost } from './measurement.ts'
import type { Stack } from './parts/stack.ts'

/** Every provider fails so often; the one that stands behind the first too. */
const ERRORS = { errorShare: 0.1, errorsAt: 'every' } as const

/** Gear bulk with errors at every provider, beside a run without, in turns. */
export async function measureBlip(
  stack: Stack,
  { cities, pairs }: { readonly cities: number; readonly pairs: number },
): Promise<BlipCost> {
  const costs: Omit<BlipCost, 'cities'>[] = []
  for (let pair = 0; pair < pairs; pair++) {
    const clean = await measure(stack, 'bulk', { cities, latencyMs: 0, errorShare: 0 })
    const erring = await measure(stack, 'bulk', { cities, latencyMs: 0, ...ERRORS })
    costs.push({
      freshShare: erring.served / cities,
      weightRatio: erring.weightPerCity / clean.weightPerCity,
      timeRatio: erring.seconds / clean.seconds,
    })
  }
  const middle = (key: keyof (typeof costs)[number]) => median(costs.map((cost) => cost[key]))
  return {
    cities,
    freshShare: Math.min(...costs.map(({ freshShare }) => freshShare)),
    weightRatio: middle('weightRatio'),
    timeRatio: middle('timeRatio'),
  }
}
