import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Product } from '../../domain/weather/product.ts'
import { ageSeconds, isStale } from '../../domain/weather/freshness.ts'
import { showsToken } from '../session-cookie.ts'

/** A stored value as a cache in between has to know it. */
export interface FreshnessFacts {
  readonly cityId: number
  readonly product: Product
  readonly provider: string
  readonly validAt?: Date
  readonly fetchedAt: Date
  readonly confirmedAt: Date
}

export interface Freshness {
  readonly values: readonly FreshnessFacts[]
  /** What else the body depends on: units, shape, and what could not be found. */
  readonly shape: readonly (string | number)[]
  readonly now: Date
  readonly maxAgeSeconds: Readonly<Record<Product, number>>
  /** An answer that may have done something, which no cache may give again. */
  readonly isOnce?: boolean
}

/** For how long a cache may still answer while it asks for a newer value. */
const REVALIDATE_SECONDS = 60

/**
 * Says how long the values hold, and answers 304 where the client has them already. The tag follows
 * the stored values, not their ages: those change with every second.
 */
export function sentUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  freshness: Freshness,
): boolean {
  const etag = etagOf(freshness)
  const changedAt = lastChange(freshness)
  reply.header('etag', etag).header('cache-control', cacheControl(request, freshness))
  addVary(reply, 'Authorization')
  if (changedAt) reply.header('last-modified', changedAt.toUTCString())
  if (!clientHas(request, etag, changedAt)) return false
  void reply.code(304).send()
  return true
}

/** What CORS put there stays. */
export function addVary(reply: FastifyReply, name: string): void {
  const before = reply.getHeader('vary')
  reply.header('vary', typeof before === 'string' ? `${before}, ${name}` : name)
}

function cacheControl(request: FastifyRequest, freshness: Freshness): string {
  if (freshness.isOnce) return 'no-store'
  const left = Math.min(...freshness.values.map((value) => secondsLeft(value, freshness)))
  // A shared cache must not hand to others what a token was needed for.
  const scope = showsToken(request) ? 'private' : 'public'
  const maxAge = Number.isFinite(left) ? left : 0
  return `${scope}, max-age=${maxAge}, stale-while-revalidate=${REVALIDATE_SECONDS}`
}

function secondsLeft(
  { product, confirmedAt }: FreshnessFacts,
  { now, maxAgeSeconds }: Freshness,
): number {
  return Math.max(0, maxAgeSeconds[product] - ageSeconds(confirmedAt, now))
}

/**
 * A provider's answer is known by its place and moments. The status `stale` is part of the body and
 * changes without a new answer. Weak: the ages in the body differ from second to second.
 */
function etagOf({ values, shape, now, maxAgeSeconds }: Freshness): string {
  const hash = createHash('sha1').update(JSON.stringify(shape))
  for (const value of values) {
    const { cityId, product, provider, validAt, fetchedAt, confirmedAt } = value
    const moments = [validAt, fetchedAt, confirmedAt].map((at) => at?.getTime() ?? '')
    const stale = isStale(ageSeconds(confirmedAt, now), maxAgeSeconds[product])
    hash.update(`\n${product} ${cityId} ${provider} ${moments.join(' ')} ${stale}`)
  }
  return `W/"${hash.digest('base64url')}"`
}

/** When a value was confirmed last, or went stale after that; to the second, as HTTP has it. */
function lastChange({ values, now, maxAgeSeconds }: Freshness): Date | undefined {
  const changes = values.map(({ product, confirmedAt }) => {
    const limit = maxAgeSeconds[product]
    const isOld = isStale(ageSeconds(confirmedAt, now), limit)
    return isOld ? confirmedAt.getTime() + 2 * limit * 1000 : confirmedAt.getTime()
  })
  return changes.length === 0 ? undefined : new Date(Math.floor(Math.max(...changes) / 1000) * 1000)
}

/** RFC 9110, 13.2.2: the date counts only where there is no tag. */
function clientHas(
  { method, headers }: FastifyRequest,
  etag: string,
  changedAt: Date | undefined,
): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  const tags = headers['if-none-match']
  if (tags !== undefined) {
    return tags.split(',').some((tag) => ['*', etag, etag.slice('W/'.length)].includes(tag.trim()))
  }
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return changedAt !== undefined && since >= changedAt.getTime()
}
