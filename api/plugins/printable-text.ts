import type { FastifyInstance } from 'fastify'
import { unprintableIn } from '../../domain/text/printable-text.ts'
import { Problem } from '../problem.ts'

/**
 * No control characters, lone surrogates or malformed escapes get past here, in the address or
 * anywhere in a body: a request's text may be stored, logged, and shown on a terminal.
 */
export function refuseUnprintableText(app: FastifyInstance): void {
  app.addHook('onRequest', ({ raw }, _reply, done) => {
    const unprintable = unprintableIn(decodedAddress(raw.url ?? ''))
    if (unprintable !== undefined) throw refusal('The address', unprintable)
    done()
  })
  app.addHook('preValidation', async ({ body }) => refuseUnprintable(body))
}

/** Bytes that should have been percent-encoded have no agreed meaning. */
function decodedAddress(address: string): string {
  try {
    if (/^[\u0021-\u007e]*$/.test(address)) return decodeURIComponent(address)
  } catch {
    // Falls through to the refusal, which is the same for both.
  }
  throw new Problem('invalid-request', 'The address is not percent-encoded UTF-8.')
}

interface Found {
  readonly path: string
  readonly value: unknown
}

/** Not recursive: a body can be nested deeper than the stack. */
function refuseUnprintable(body: unknown): void {
  const open: Found[] = [{ path: 'body', value: body }]
  for (let found = open.pop(); found !== undefined; found = open.pop()) {
    const { path, value } = found
    if (typeof value === 'string') {
      const unprintable = unprintableIn(value)
      if (unprintable !== undefined) throw refusal(path, unprintable)
    }
    if (typeof value !== 'object' || value === null) continue
    for (const [name, inner] of Object.entries(value)) {
      const unprintable = unprintableIn(name)
      if (unprintable !== undefined) throw refusal(`A field's name in ${path}`, unprintable)
      open.push({
        path: Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`,
        value: inner,
      })
    }
  }
}

function refusal(where: string, unprintable: string): Problem {
  return new Problem(
    'invalid-request',
    `${where} holds ${unprintable}: control characters and broken text are not taken; leave it out.`,
  )
}
