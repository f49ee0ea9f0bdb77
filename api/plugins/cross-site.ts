import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'

const READING = ['GET', 'HEAD']

/**
 * A page of another site may have a visitor's browser read here, but change nothing; the origins
 * that CORS is open to may.
 */
export function refuseCrossSite(app: FastifyInstance, origins: readonly string[]): void {
  const allowed = new Set(origins)
  app.addHook('onRequest', (request, _reply, done) => {
    const isRefused = isReading(request) ? false : isCrossSite(request)
    if (isRefused && !allowed.has(request.headers.origin ?? '')) throw refusal()
    done()
  })
}

/** A read that may start a refresh changes something. */
const isReading = ({ method, query }: FastifyRequest): boolean =>
  READING.includes(method) && (query as { refresh?: unknown }).refresh === undefined

const refusal = (): Problem =>
  new Problem(
    'cross-site',
    'A browser sent this on behalf of another site: send it from this address itself, or ' +
      'without a browser. A proxy in between must hand on the Host header.',
  )

/** Programs send neither header. */
function isCrossSite({ method, headers }: FastifyRequest): boolean {
  // An image of another port of this machine is of the same site, and sends no origin.
  const site = headers['sec-fetch-site']
  const isReadElsewhere = READING.includes(method) && site === 'same-site'
  if (site === 'cross-site' || isReadElsewhere) return true
  return headers.origin !== undefined && hostOf(headers.origin) !== headers.host?.toLowerCase()
}

/** Undefined for `null`, which browsers send where they hide the origin. */
const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined
