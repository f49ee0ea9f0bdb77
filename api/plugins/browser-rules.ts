import cors from '@fastify/cors'
import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import helmet from 'helmet'
import { Problem } from '../problem.ts'

/** Nothing is loaded from elsewhere, nothing inline runs, and no page frames ours. */
const CONTENT_SECURITY_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
}

/** Headers that keep a browser from doing what our pages do not need. */
export function restrictBrowsers(app: FastifyInstance): void {
  const headers = browserHeaders()
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
}

/** What helmet would set on each answer; computed once, because it is the same for all. */
function browserHeaders(): OutgoingHttpHeaders {
  const setHeaders = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    referrerPolicy: { policy: 'no-referrer' },
    // TLS is the proxy's, and so is this header: over plain HTTP browsers ignore it.
    strictTransportSecurity: false,
  })
  const answer = new ServerResponse(new IncomingMessage(new Socket()))
  setHeaders(answer.req, answer, (error) => {
    if (error !== undefined) throw new Error('helmet set no headers', { cause: error })
  })
  return { ...answer.getHeaders() }
}

const MAX_AGE_SECONDS = 600

/** Pages of these origins may read answers, with a token that they have; pages of others may not. */
export function openToOrigins(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return
  // The plugin's own route, for what a browser asks before it sends something.
  app.addHook('onRoute', (route) => {
    if (route.url === '*' && route.method === 'OPTIONS') route.config = { role: 'open' }
  })
  app.addHook('onRequest', refuseHalfPreflight)
  app.register(cors, {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'last-event-id'],
    exposedHeaders: [
      ...['etag', 'last-modified', 'link', 'retry-after', 'x-request-id', 'x-weather247-data'],
      ...['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
    ],
    credentials: false,
    maxAge: MAX_AGE_SECONDS,
  })
}

/** The plugin would refuse it with a text that is no problem document. */
async function refuseHalfPreflight({ method, headers }: FastifyRequest): Promise<void> {
  if (method !== 'OPTIONS') return
  const isWhole = Boolean(headers.origin) && Boolean(headers['access-control-request-method'])
  if (isWhole) return
  const detail = 'OPTIONS is what a browser asks before a request: name its origin and its method.'
  throw new Problem('invalid-request', detail)
}
