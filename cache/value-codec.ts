import { Type, type TSchema } from 'typebox'
import { fieldEntries, type ValueField, type ValueFields } from '../domain/weather/value-fields.ts'

const ISO_MOMENT = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$'

/** A moment of a cached entry, which is text there. */
export const moment = () =>
  Type.Codec(Type.String({ pattern: ISO_MOMENT }))
    .Decode((text) => new Date(text))
    .Encode((at) => at.toISOString())

export const oneOf = <T extends string>(values: readonly T[]) =>
  Type.Unsafe<T>({ enum: [...values] })

export const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()])

/** The schema of each value of a table of fields. */
export const valueSchemas = <Fields extends ValueFields>(fields: Fields) =>
  Object.fromEntries(
    fieldEntries(fields).map(([name, field]) => [name, valueSchema(field)]),
  ) as Record<keyof Fields, TSchema>

function valueSchema(field: ValueField): TSchema {
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
