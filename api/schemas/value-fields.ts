import { Type, type TSchema } from 'typebox'
import { UNIT_SYSTEMS, unitIn, type UnitSystem } from '../../domain/weather/unit-systems.ts'
import {
  fieldNames,
  unitOf,
  type ValueField,
  type ValueFields,
  type ValuesOf,
} from '../../domain/weather/value-fields.ts'
import { Moment, nullable, oneOfOrNull } from './types.ts'

type Descriptions<Fields extends ValueFields> = Partial<Readonly<Record<keyof Fields, string>>>

type ResponseValue<Value> = Value extends Date ? string : Value

/** The values of a table of fields by their names in responses. */
export type ValuesBlock<Fields extends ValueFields> = {
  -readonly [Name in keyof Fields as Fields[Name]['responseName']]: ResponseValue<
    ValuesOf<Fields>[Name]
  >
}

type FieldWithUnit<Fields extends ValueFields> = {
  [Name in keyof Fields]: Fields[Name] extends { readonly unit: string } ? Name : never
}[keyof Fields]

/** The unit of each field that has one, by its name in responses. */
export type UnitsBlock<Fields extends ValueFields> = Record<
  Fields[FieldWithUnit<Fields>]['responseName'],
  string
>

export const valueProperties = <Fields extends ValueFields>(
  fields: Fields,
  descriptions: Descriptions<Fields> = {},
): Record<string, TSchema> =>
  eachField(fields, (field, name) => fieldSchema(field, descriptions[name]))

export const valuesBlock = <Fields extends ValueFields>(
  fields: Fields,
  descriptions: Descriptions<Fields> = {},
) => Type.Unsafe<ValuesBlock<Fields>>(Type.Object(valueProperties(fields, descriptions)))

export function unitsBlock<Fields extends ValueFields>(fields: Fields) {
  const units = UNIT_SYSTEMS.map((system) => unitsIn(system, fields) as Record<string, string>)
  const properties = Object.keys(units[0] ?? {}).map((name) => {
    const examples = [...new Set(units.map((inSystem) => inSystem[name]))]
    return [name, Type.String({ examples })] as const
  })
  return Type.Unsafe<UnitsBlock<Fields>>(Type.Object(Object.fromEntries(properties)))
}

export const unitsIn = <Fields extends ValueFields>(
  system: UnitSystem,
  fields: Fields,
): UnitsBlock<Fields> =>
  Object.fromEntries(
    fieldNames(fields).flatMap((name) => {
      const field: ValueField | undefined = fields[name]
      const unit = field && unitOf(field)
      return field && unit ? [[field.responseName, unitIn(system, unit)]] : []
    }),
  ) as UnitsBlock<Fields>

const eachField = <Fields extends ValueFields, Result>(
  fields: Fields,
  make: (field: ValueField, name: keyof Fields & string) => Result,
): Record<string, Result> =>
  Object.fromEntries(
    fieldNames(fields).flatMap((name) => {
      const field: ValueField | undefined = fields[name]
      return field ? [[field.responseName, make(field, name)]] : []
    }),
  )

function fieldSchema(field: ValueField, description?: string): TSchema {
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
