import { providerFacts, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { City } from '../../domain/city/city.ts'
import {
  CONDITION_FIELD_NAMES,
  CONDITION_FIELDS,
  isConditionFieldName,
  type ConditionFieldName,
  type ConditionValues,
} from '../../domain/weather/condition-fields.ts'
import { ageSeconds, freshnessOf, isStale } from '../../domain/weather/freshness.ts'
import type { Mode } from '../../platform/config/config.ts'
import { cityBlock } from './city.ts'
import type { CurrentConditions } from '../readers/current-conditions.ts'
import { UNITS, type ConditionsBlock, type CurrentBody } from '../schemas/conditions.ts'

export interface ViewOptions {
  readonly now: Date
  readonly maxAgeSeconds: number
  readonly mode: Mode
}

export function currentBody(
  city: City,
  { conditions, from }: CurrentConditions,
  { now, maxAgeSeconds, mode }: ViewOptions,
): CurrentBody {
  const age = ageSeconds(conditions.confirmedAt, now)
  return {
    city: cityBlock(city),
    conditions: conditionsBlock(conditions),
    units: UNITS,
    valid_at: conditions.validAt.toISOString(),
    fetched_at: conditions.fetchedAt.toISOString(),
    confirmed_at: conditions.confirmedAt.toISOString(),
    age_seconds: age,
    valid_age_seconds: ageSeconds(conditions.validAt, now),
    freshness: freshnessOf(age),
    stale: isStale(age, maxAgeSeconds),
    source: sourceOf(conditions.provider, mode),
    basis: conditions.basis,
    derived: conditions.derived.map(responseNameOf),
    served_from: from,
  }
}

/** The compiler cannot follow names through the table; the type is the table's as well. */
const conditionsBlock = (values: ConditionValues): ConditionsBlock =>
  Object.fromEntries(
    CONDITION_FIELD_NAMES.map((name) => [
      CONDITION_FIELDS[name].responseName,
      responseValue(values[name]),
    ]),
  ) as ConditionsBlock

const responseValue = (value: ConditionValues[ConditionFieldName]) =>
  value instanceof Date ? value.toISOString() : value

const responseNameOf = (field: string): string =>
  isConditionFieldName(field) ? CONDITION_FIELDS[field].responseName : field

const SIMULATED: CurrentBody['source'] = {
  provider: null,
  name: 'Simulated data',
  attribution: { text: 'Simulated data', url: null, licence: null },
}

/** Simulated values credit no provider. */
function sourceOf(provider: ProviderId, mode: Mode): CurrentBody['source'] {
  if (mode === 'demo') return SIMULATED
  const { name, attribution } = providerFacts(provider)
  return { provider, name, attribution }
}
