import { Type, type Static } from 'typebox'
import { CONDITION_FIELDS, type ConditionFields } from '../../domain/weather/condition-fields.ts'
import { CityBlock } from './city.ts'
import { dataBody } from './data-body.ts'
import { REFRESH_TASK, STORED_READING } from './stored-reading.ts'
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
  ...STORED_READING,
}

export const CityConditions = Type.Object(CITY_CONDITIONS)
export type CityConditions = Static<typeof CityConditions>

export const CurrentBody = dataBody({ ...CITY_CONDITIONS, units: ConditionUnits, ...REFRESH_TASK })
export type CurrentBody = Static<typeof CurrentBody>
