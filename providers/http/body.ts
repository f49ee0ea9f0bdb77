import { promisify } from 'node:util'
import { gunzip as gunzipWithCallback } from 'node:zlib'
import { errors, type Dispatcher } from 'undici'

const gunzip = promisify(gunzipWithCallback)

/** A body as text, with the flaw that keeps it from being parsed, if any. */
export interface BodyText {
  readonly text: string
  readonly flaw?: string
}

/** The body as it came; undefined for one that is too large. */
export async function bodyBytesOf(
  { body }: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength
      if (length > maxBytes) return undefined
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof errors.ResponseExceededMaxSizeError) return undefined
    throw error
  }
  return Buffer.concat(chunks)
}

export async function bodyTextOf(
  response: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<BodyText> {
  const tooLarge = { text: '', flaw: `more than ${maxBytes} bytes` }
  const bytes = await bodyBytesOf(response, maxBytes)
  if (!bytes) return tooLarge
  const { headers } = response
  const encoding = [headers['content-encoding']].flat().join().trim().toLowerCase()
  if (encoding === '' || encoding === 'identity') return decoded(bytes)
  if (encoding !== 'gzip' && encoding !== 'x-gzip') {
    return { text: '', flaw: `an encoding that was not requested (${encoding})` }
  }
  try {
    return decoded(await gunzip(bytes, { maxOutputLength: maxBytes }))
  } catch (error) {
    return isTooLarge(error) ? tooLarge : { text: '', flaw: 'gzip that cannot be unpacked' }
  }
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/** A body that is not UTF-8 may be quoted in an error, but is not parsed. */
function decoded(bytes: Uint8Array): BodyText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { text: new TextDecoder().decode(bytes), flaw: 'bytes that are not UTF-8' }
  }
}

/** An escaped backslash, or an escape that JSON does not need. */
const ASCII_ESCAPE = /\\\\|\\u00([2-7][0-9a-f])/gi
const NEEDED_ESCAPES: ReadonlySet<string> = new Set(['22', '5c', '7f'])

/** The same JSON without needless escapes, so that a mask finds a key in it. */
export const withoutIdleEscapes = (json: string): string =>
  json.replace(ASCII_ESCAPE, (all, hex?: string) =>
    hex === undefined || NEEDED_ESCAPES.has(hex.toLowerCase())
      ? all
      : String.fromCharCode(Number.parseInt(hex, 16)),
  )
