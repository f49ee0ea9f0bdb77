import { CONDITION_FIELDS } from '../../domain/weather/condition-fields.ts'
import { COMPARED_FIELDS, differencesIn } from '../../domain/weather/differences.ts'
import type { UnitSystem } from '../../domain/weather/unit-systems.ts'
import type { CityValue, ManyConditions } from '../readers/many-conditions.ts'
import type { CompareBody, MultipleBody } from '../schemas/several-cities.ts'
import { cityBlock } from './city.ts'
import { cityConditions, conditionUnits } from './conditions.ts'
import type { ViewOptions } from './stored-reading.ts'

export const multipleBody = (found: ManyConditions, options: ViewOptions): MultipleBody => ({
  cities: found.values.map(({ city, served }) => cityConditions(city, served, options)),
  units: conditionUnits(options.units),
  without_data: found.withoutData.map(cityBlock),
  unknown: [...found.unknown],
  ambiguous: [...found.ambiguous],
})

export const compareBody = (values: readonly CityValue[], options: ViewOptions): CompareBody => ({
  cities: values.map(({ city, served }) => cityConditions(city, served, options)),
  units: conditionUnits(options.units),
  differences: values.flatMap((one, index) =>
    values.slice(index + 1).map((other) => differenceBlock(one, other, options.units)),
  ),
})

function differenceBlock(
  one: CityValue,
  other: CityValue,
  system: UnitSystem,
): CompareBody['differences'][number] {
  const differences = differencesIn(system, one.served.value, other.served.value)
  return {
    from: one.city.id,
    to: other.city.id,
    values: Object.fromEntries(
      COMPARED_FIELDS.map((name) => [CONDITION_FIELDS[name].responseName, differences[name]]),
    ),
  }
}
