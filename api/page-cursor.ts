import { createHash } from 'node:crypto'
import { Problem } from './problem.ts'

const DIGEST_BYTES = 12

/** A server's page token for a client: opaque, and of use with the same filters only. */
export const cursorOf = (token: Uint8Array, filters: object): string =>
  Buffer.concat([digestOf(token, filters), token]).toString('base64url')

/** @throws Problem for a cursor that was not given out with these filters. */
export function tokenOf(cursor: string, filters: object): Uint8Array {
  const bytes = Buffer.from(cursor, 'base64url')
  const token = bytes.subarray(DIGEST_BYTES)
  const isGiven = digestOf(token, filters).equals(bytes.subarray(0, DIGEST_BYTES))
  if (isGiven && cursorOf(token, filters) === cursor) return token
  const message = 'must be the next_cursor of the page before, with the same filters'
  throw new Problem('invalid-request', `querystring cursor: ${message}`, {
    extra: { errors: [{ in: 'querystring', field: 'cursor', message }] },
  })
}

const digestOf = (token: Uint8Array, filters: object): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(filters).sort()))
    .update(token)
    .digest()
    .subarray(0, DIGEST_BYTES)
