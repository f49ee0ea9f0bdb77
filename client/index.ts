import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './schema.ts'

export type { components, operations, paths } from './schema.ts'

export interface Weather247Options {
  /** Where the API is, such as `http://127.0.0.1:8247`. */
  readonly baseUrl: string
  /** What `weather247 tokens create` printed; none where the API asks for none. */
  readonly token?: string
  /** Another `fetch`, for a proxy or a test. */
  readonly fetch?: typeof globalThis.fetch
}

/** What answers have types for: neither CSV nor the original's shapes. */
type Media = 'application/json' | 'application/problem+json'

export type Weather247Client = Client<paths, Media>

/**
 * A client whose addresses, parameters and answers have types. A refusal is no exception: it is the
 * `error` of the answer, a problem document with a `kind`.
 */
export function createWeather247Client({
  baseUrl,
  token,
  fetch = globalThis.fetch,
}: Weather247Options): Weather247Client {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return createClient<paths, Media>({ baseUrl, headers, fetch })
}
