import { Type, type TSchema } from 'typebox'
import { PROVIDER_IDS } from '../domain/provider/provider-catalogue.ts'
import { CONDITION_FIELDS } from '../domain/weather/condition-fields.ts'
import { BASES, type StoredConditions } from '../domain/weather/reading.ts'
import { VALUE_FLAGS } from '../domain/weather/value-flags.ts'
import type { CachePort } from './cache-port.ts'
import { createCityEntries, type CityEntries } from './city-entries.ts'
import { moment, oneOf, orNull, valueSchemas } from './value-codec.ts'

const PROPERTIES: Readonly<Record<keyof StoredConditions, TSchema>> = {
  cityId: Type.Integer(),
  provider: oneOf(PROVIDER_IDS),
  validAt: moment(),
  basis: oneOf(BASES),
  ...valueSchemas(CONDITION_FIELDS),
  derived: Type.Array(Type.String()),
  flags: orNull(Type.Array(oneOf(VALUE_FLAGS))),
  fetchedAt: moment(),
  confirmedAt: moment(),
  runId: Type.String(),
}

const Entry = Type.Unsafe<StoredConditions>(Type.Object(PROPERTIES))

export type ConditionsCache = CityEntries<StoredConditions>

export const createConditionsCache = (cache: CachePort, keepSeconds: number): ConditionsCache =>
  createCityEntries(cache, {
    kind: 'conditions',
    schema: Entry,
    cityIdOf: ({ cityId }) => cityId,
    keepSeconds,
  })
