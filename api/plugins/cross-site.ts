import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'

const READING = ['GET', 'HEAD']

/**
 * A page of another site may have a visitor's browser read here, but change nothing; the origins
 * that CORS is open to may.
 */
export function refuseCrossSite(app: FastifyInstance, origins: readonly string[]): void {
  const allowed = new Set(origins)
  app.addHook('onRequest', async (request) => {
    if (READING.includes(request.method) || !isCrossSite(request)) return
    if (allowed.has(request.headers.origin ?? '')) return
    throw new Problem(
      'cross-site',
      'A browser sent this on behalf of another site: send it from this address itself, or ' +
        'without a browser. A proxy in between must hand on the Host header.',
    )
  })
}

/** Programs send neither header. */
function isCrossSite({ headers }: FastifyRequest): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return true
  return headers.origin !== undefined && hostOf(headers.origin) !== headers.host?.toLowerCase()
}

/** Undefined for `null`, which browsers send where they hide the origin. */
const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined
