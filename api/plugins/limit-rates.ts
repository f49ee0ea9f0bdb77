import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Counted, RateCounter } from '../../cache/rate-counter.ts'
import { MINUTE_MS } from '../../domain/time/durations.ts'
import { isLoopback } from '../../platform/config/bind-address.ts'
import type { ApiDeps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { showsToken } from '../session-cookie.ts'

type RateDeps = Pick<ApiDeps, 'rates' | 'settings' | 'tokens'>

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether no limit counts it. */
    readonly isRateExempt: boolean
  }
}

/**
 * Two limits a minute: per address, before a token is looked up, and per token. The probes are
 * exempt, and so is this machine while there is no token: it could stop the process as well.
 */
export function limitRates(app: FastifyInstance, { rates, settings, tokens }: RateDeps) {
  const { perAddress, perToken } = settings.rateLimits
  app.decorateRequest('isRateExempt', false)
  app.register(rateLimit, { global: false, store: storeOf(rates) })
  const limiter = (max: number, keyGenerator: (request: FastifyRequest) => string) => {
    let limit: ReturnType<FastifyInstance['createRateLimit']> | undefined
    app.after(() => {
      limit = app.createRateLimit({ max, timeWindow: MINUTE_MS, keyGenerator })
    })
    return async (request: FastifyRequest, reply: FastifyReply) => {
      const used = await limit?.(request)
      if (used && !used.isAllowed) answerLimit(used, reply)
    }
  }
  // Of IPv6 a household has a whole /64.
  const ofAddress = limiter(perAddress, ({ ip }) => `address:${normalizeIP(ip)}`)
  const ofToken = limiter(perToken, ({ caller }) => `token:${caller?.tokenId ?? ''}`)

  async function isExempt(request: FastifyRequest): Promise<boolean> {
    const { is404, routeOptions, ip } = request
    // With a token an open route may show more: there, too, it must not be guessed.
    if (showsToken(request)) return false
    if (!is404 && routeOptions.config.role === 'open') return true
    if (!isLoopback(ip)) return false
    return !(await tokens.isAny().catch(() => true))
  }
  return {
    /** A hook for `onRequest`, before the caller is known. */
    beforeCaller: async (request: FastifyRequest, reply: FastifyReply) => {
      if (await isExempt(request)) Object.assign(request, { isRateExempt: true })
      else await ofAddress(request, reply)
    },
    /** The same after. */
    afterCaller: async (request: FastifyRequest, reply: FastifyReply) => {
      if (request.caller !== null && request.caller.tokenId !== null) await ofToken(request, reply)
    },
  }
}

interface Used {
  readonly max: number
  readonly remaining: number
  readonly ttlInSeconds: number
  readonly isExceeded: boolean
}

function answerLimit({ max, remaining, ttlInSeconds, isExceeded }: Used, reply: FastifyReply) {
  reply.headers({
    'ratelimit-limit': max,
    'ratelimit-remaining': remaining,
    'ratelimit-reset': ttlInSeconds,
  })
  if (!isExceeded) return
  throw new Problem(
    'rate-limited',
    `More than ${max} requests a minute: ask again in ${ttlInSeconds} s.`,
    { headers: { 'retry-after': String(ttlInSeconds) } },
  )
}

/** What the plugin counts with. */
const storeOf = (rates: RateCounter) =>
  class {
    incr(key: string, done: (error: Error | null, counted?: Counted) => void, windowMs: number) {
      void rates.count(key, windowMs).then((counted) => {
        done(null, counted)
      })
    }
    child() {
      return this
    }
  }
