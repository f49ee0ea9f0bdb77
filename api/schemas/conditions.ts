import { Type, type Static, type TSchema } from 'typebox'
import {
  CONDITION_FIELD_NAMES,
  CONDITION_FIELDS,
  type ConditionField,
  type ConditionFieldName,
  type ConditionFields,
  type ConditionValues,
} from '../../domain/weather/condition-fields.ts'
import { FRESHNESS } from '../../domain/weather/freshness.ts'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { BASES } from '../../domain/weather/reading.ts'
import { CityBlock } from './city.ts'
import { dataBody } from './data-body.ts'
import { Moment, nullable, oneOf, oneOfOrNull } from './types.ts'

const DESCRIPTIONS: Partial<Readonly<Record<ConditionFieldName, string>>> = {
  relativeHumidityPct: 'Relative',
  pressureMslHpa: 'Reduced to mean sea level',
  windDirectionDeg: 'Where the wind blows from; north is 0',
  precipitationWindowMinutes:
    'The span the precipitation fell in: negative before valid_at, positive after it',
}

function fieldSchema(field: ConditionField, description?: string): TSchema {
  switch (field.kind) {
    case 'number':
    case 'integer':
      return nullable(Type.Number(description === undefined ? {} : { description }))
    case 'word':
      return oneOfOrNull(field.words)
    case 'flag':
      return nullable(Type.Boolean())
    case 'moment':
      return nullable(Moment)
  }
}

type ResponseValue<Value> = Value extends Date ? string : Value

/** The values of conditions by their names in responses. */
export type ConditionsBlock = {
  -readonly [Name in ConditionFieldName as ConditionFields[Name]['responseName']]: ResponseValue<
    ConditionValues[Name]
  >
}

export const ConditionsBlock = Type.Unsafe<ConditionsBlock>(
  Type.Object(
    Object.fromEntries(
      CONDITION_FIELD_NAMES.map((name) => {
        const field = CONDITION_FIELDS[name]
        return [field.responseName, fieldSchema(field, DESCRIPTIONS[name])]
      }),
    ),
  ),
)

type FieldWithUnit = {
  [Name in ConditionFieldName]: ConditionFields[Name] extends { readonly unit: string }
    ? Name
    : never
}[ConditionFieldName]

type Units = Record<ConditionFields[FieldWithUnit]['responseName'], string>

/** The unit of each field that has one. */
export const UNITS = Object.fromEntries(
  CONDITION_FIELD_NAMES.flatMap((name) => {
    const field: ConditionField = CONDITION_FIELDS[name]
    return 'unit' in field ? [[field.responseName, field.unit]] : []
  }),
) as Units

const UnitsBlock = Type.Unsafe<Units>(
  Type.Object(
    Object.fromEntries(
      Object.entries(UNITS).map(([field, unit]) => [field, Type.String({ examples: [unit] })]),
    ),
  ),
)

const Source = Type.Object({
  provider: oneOfOrNull(PROVIDER_IDS),
  name: Type.String(),
  attribution: Type.Object({
    text: Type.String({ description: 'To be shown wherever the data is' }),
    url: nullable(Type.String()),
    licence: nullable(Type.String()),
  }),
})

export const CurrentBody = dataBody({
  city: CityBlock,
  conditions: ConditionsBlock,
  units: UnitsBlock,
  valid_at: Type.String({ format: 'date-time', description: 'The moment the values describe' }),
  fetched_at: Type.String({ format: 'date-time', description: 'When the provider sent them' }),
  confirmed_at: Type.String({
    format: 'date-time',
    description: 'When the provider last said that they still hold',
  }),
  age_seconds: Type.Integer({ description: 'Since confirmed_at' }),
  valid_age_seconds: Type.Integer({ description: 'Since valid_at' }),
  freshness: oneOf(FRESHNESS, 'By age_seconds'),
  stale: Type.Boolean({ description: 'Two refreshes or more were missed' }),
  source: Source,
  basis: oneOf(BASES, 'Measured, a model’s estimate of the moment, or its earlier prediction'),
  derived: Type.Array(Type.String(), {
    description: 'Fields computed here from others, not sent by the provider',
  }),
  served_from: oneOf(['cache', 'database']),
})

export type CurrentBody = Static<typeof CurrentBody>
