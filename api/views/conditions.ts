import type { City } from '../../domain/city/city.ts'
import { CONDITION_FIELDS } from '../../domain/weather/condition-fields.ts'
import type { StoredConditions } from '../../domain/weather/reading.ts'
import type { UnitSystem } from '../../domain/weather/unit-systems.ts'
import type { Served } from '../readers/stored-values.ts'
import type { CityConditions, CurrentBody } from '../schemas/conditions.ts'
import { unitsOf } from '../schemas/value-fields.ts'
import { cityBlock } from './city.ts'
import { storedReading, type ViewOptions } from './stored-reading.ts'
import { responseNamesOf, viewOf } from './values.ts'

const UNITS = unitsOf(CONDITION_FIELDS)
const conditionsView = viewOf(CONDITION_FIELDS)
const responseNames = responseNamesOf(CONDITION_FIELDS)

export const currentBody = (
  city: City,
  served: Served<StoredConditions>,
  options: ViewOptions,
): CurrentBody => ({
  ...cityConditions(city, served, options),
  units: conditionUnits(options.units),
})

export const conditionUnits = (system: UnitSystem): CurrentBody['units'] => UNITS[system]

export const cityConditions = (
  city: City,
  { value, from }: Served<StoredConditions>,
  options: ViewOptions,
): CityConditions => ({
  city: cityBlock(city),
  conditions: conditionsView(value, options.units),
  flags: [...(value.flags ?? [])],
  ...storedReading(
    'conditions',
    { ...value, derived: responseNames(value.derived) },
    from,
    options,
  ),
})
