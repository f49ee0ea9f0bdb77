import { Type, type TSchema } from 'typebox'
import { UNIT_SYSTEMS, unitIn, type UnitSystem } from '../../domain/weather/unit-systems.ts'
import {
  fieldEntries,
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
  const { metric, ...others } = unitsOf(fields) as Record<UnitSystem, Record<string, string>>
  const properties = Object.entries(metric).map(([name, unit]) => {
    const examples = new Set([unit, ...Object.values(others).map((units) => units[name])])
    return [name, Type.String({ examples: [...examples] })] as const
  })
  return Type.Unsafe<UnitsBlock<Fields>>(Type.Object(Object.fromEntries(properties)))
}

/** The units block of each system. */
export const unitsOf = <Fields extends ValueFields>(fields: Fields) =>
  Object.fromEntries(UNIT_SYSTEMS.map((system) => [system, unitsIn(system, fields)])) as Readonly<
    Record<UnitSystem, UnitsBlock<Fields>>
  >

const unitsIn = (system: UnitSystem, fields: ValueFields): Record<string, string> =>
  Object.fromEntries(
    fieldEntries(fields).flatMap(([, field]) => {
      const unit = unitOf(field)
      return unit ? [[field.responseName, unitIn(system, unit)]] : []
    }),
  )

const eachField = <Fields extends ValueFields, Result>(
  fields: Fields,
  make: (field: ValueField, name: keyof Fields & string) => Result,
): Record<string, Result> =>
  Object.fromEntries(
    fieldEntries(fields).map(([name, field]) => [field.responseName, make(field, name)]),
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
