import { Type, type StaticEncode, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { ProviderError } from '../domain/provider-error.ts'

/** Seconds, within what a Date can hold. */
export const UnixTime = Type.Number({ minimum: 0, maximum: 8.64e12 })

/** Checks an answer's shape: what is extra is ignored, what has the wrong type is named. */
export function wireParser<const Schema extends TSchema>(
  provider: string,
  schema: Schema,
): (body: unknown) => StaticEncode<Schema> {
  const validator = Compile(schema)
  return (body) => {
    if (validator.Check(body)) return body
    const [first] = validator.Errors(body)
    const missing = first?.keyword === 'required' ? `/${first.params.requiredProperties[0]}` : ''
    const path = `${first?.instancePath ?? ''}${missing}` || '/'
    throw new ProviderError(
      'schema-mismatch',
      `${provider}: ${path} ${first?.message ?? 'is not as expected'}`,
    )
  }
}
