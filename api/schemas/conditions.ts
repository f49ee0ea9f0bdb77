import { Type, type Static } from 'typebox'
import { CONDITION_FIELDS, type ConditionFields } from '../../domain/weather/condition-fields.ts'
import { VALUE_FLAGS } from '../../domain/weather/value-flags.ts'
import { CityBlock } from './city.ts'
import { dataBody } from './data-body.ts'
import { REFRESH_TASK, STORED_READING } from './stored-reading.ts'
import { oneOf } from './types.ts'
import { unitsBlock, valuesBlock, type ValuesBlock } from './value-fields.ts'

export type ConditionsBlock = ValuesBlock<ConditionFields>

export const ConditionsBlock = valuesBlock(CONDITION_FIELDS, {
  relativeHumidityPct: 'Relative',
  pressureMslHpa: 'Reduced to mean sea level',
  windDirectionDeg: 'Where the wind blows from; north is 0',
  precipitationWindowMinutes:
    'The span the precipitation fell in: negative before valid_at, positive after it',
})

export const ConditionUnits = unitsBlock(CONDITION_FIELDS)

/** Conditions of a city, where the units stand once for several. */
export const CITY_CONDITIONS = {
  city: CityBlock,
  conditions: ConditionsBlock,
  flags: Type.Array(oneOf(VALUE_FLAGS), {
    description:
      'Why the values may be wrong, as far as somebody has looked: unchanged for longer than weather ' +
      'is, farther from the one before than weather goes, or another provider says otherwise',
  }),
  ...STORED_READING,
}

export const CityConditions = Type.Object(CITY_CONDITIONS)
export type CityConditions = Static<typeof CityConditions>

export const CurrentBody = dataBody({ ...CITY_CONDITIONS, units: ConditionUnits, ...REFRESH_TASK })
export type CurrentBody = Static<typeof CurrentBody>
