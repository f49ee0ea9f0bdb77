import { Type, type TSchema } from 'typebox'
import { PROVIDER_IDS } from '../domain/provider/provider-catalogue.ts'
import {
  CONDITION_FIELD_NAMES,
  CONDITION_FIELDS,
  type ConditionField,
  type ConditionFieldName,
} from '../domain/weather/condition-fields.ts'
import { BASES, type StoredConditions } from '../domain/weather/reading.ts'
import type { CachePort } from './cache-port.ts'
import { createCityEntries, type CityEntries } from './city-entries.ts'

const ISO_MOMENT = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$'

const moment = () =>
  Type.Codec(Type.String({ pattern: ISO_MOMENT }))
    .Decode((text) => new Date(text))
    .Encode((at) => at.toISOString())
const oneOf = <T extends string>(values: readonly T[]) => Type.Unsafe<T>({ enum: [...values] })
const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()])

function fieldSchema(field: ConditionField): TSchema {
  switch (field.kind) {
    case 'number':
    case 'integer':
      return orNull(Type.Number())
    case 'word':
      return Type.Unsafe<string | null>({ enum: [...field.words, null] })
    case 'flag':
      return orNull(Type.Boolean())
    case 'moment':
      return orNull(moment())
  }
}

const fields = Object.fromEntries(
  CONDITION_FIELD_NAMES.map((name) => [name, fieldSchema(CONDITION_FIELDS[name])]),
) as Record<ConditionFieldName, TSchema>

const PROPERTIES: Readonly<Record<keyof StoredConditions, TSchema>> = {
  cityId: Type.Integer(),
  provider: oneOf(PROVIDER_IDS),
  validAt: moment(),
  basis: oneOf(BASES),
  ...fields,
  derived: Type.Array(Type.String()),
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
