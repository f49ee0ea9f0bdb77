import { Type, type Static, type TSchema } from 'typebox'

/** One type list instead of `anyOf`: serialised without trying alternatives. */
export const nullable = <T extends TSchema>(schema: T & { type: string }) =>
  Type.Unsafe<Static<T> | null>({ ...schema, type: [schema.type, 'null'] })

export const oneOf = <const T extends readonly string[]>(values: T, description?: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: values, ...(description && { description }) })

export const oneOfOrNull = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number] | null>({ type: ['string', 'null'], enum: [...values, null] })

/** ISO 8601, UTC. */
export const Moment = Type.String({ format: 'date-time' })

export const described = <T extends TSchema>(schema: T, description: string): T => ({
  ...schema,
  description,
})
