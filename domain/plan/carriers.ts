import { affordableOf } from './affordable-rate.ts'
import type { DemandMinutes } from './demand-minutes.ts'
import type { Supply } from './layers.ts'
import type { PlanInput } from './plan-input.ts'
import type { Carriers } from './promises.ts'

/** The sources that can be asked, with what each affords. */
export const suppliesOf = (
  { now, tickMinutes, sources }: Pick<PlanInput, 'now' | 'tickMinutes' | 'sources'>,
  demand: DemandMinutes,
): Supply[] =>
  sources.flatMap((source, index): Supply[] =>
    source.isUsable
      ? [{ index, source, affordable: affordableOf(source, { now, tickMinutes, demand }) }]
      : [],
  )

/** What promises are weighed against: what the limits give. */
export const carriersOf = (supplies: readonly Supply[], floor: Supply | undefined): Carriers => ({
  callsPerMinute: supplies.reduce((sum, { affordable }) => sum + affordable.rateOfLimits, 0),
  floor: floor && {
    bit: 1 << floor.index,
    updateMinutes: floor.source.updateMinutes,
    callsPerMinute: floor.affordable.rateOfLimits,
  },
})
