import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { SECOND_MS } from '../../domain/time/durations.ts'
import type { Product } from '../../domain/weather/product.ts'
import { ageSeconds } from '../../domain/weather/freshness.ts'
import { judged, judgedSince, type PeriodOf } from '../../domain/weather/value-period.ts'
import { showsToken } from '../session-cookie.ts'

/** A stored value as a cache in between has to know it. */
export interface FreshnessFacts {
  readonly cityId: number
  readonly product: Product
  readonly provider: string
  readonly validAt?: Date
  readonly fetchedAt: Date
  readonly confirmedAt: Date
  /** Found after the value was stored, so no moment of it shows them. */
  readonly flags?: readonly string[] | null
}

export interface Freshness {
  readonly values: readonly FreshnessFacts[]
  /** What else the body depends on: units, shape, and what could not be found. */
  readonly shape: readonly (string | number)[]
  readonly now: Date
  readonly periodOf: PeriodOf
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
  return sentTagged(request, reply, {
    etag: etagOf(freshness),
    changedAt: lastChange(freshness),
    cacheControl: cacheControl(request, freshness),
  })
}

export interface Tagged {
  readonly etag: string
  readonly changedAt?: Date | undefined
  readonly cacheControl: string
}

/** Answers 304 where the client has what the tag stands for. */
export function sentTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  { etag, changedAt, cacheControl }: Tagged,
): boolean {
  reply.header('etag', etag).header('cache-control', cacheControl)
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
  return keptFor(request, Number.isFinite(left) ? left : 0)
}

export function keptFor(request: FastifyRequest, maxAgeSeconds: number): string {
  // A shared cache must not hand to others what a token was needed for.
  const scope = showsToken(request) ? 'private' : 'public'
  return `${scope}, max-age=${maxAgeSeconds}, stale-while-revalidate=${REVALIDATE_SECONDS}`
}

function secondsLeft(
  { cityId, product, confirmedAt }: FreshnessFacts,
  { now, periodOf }: Freshness,
): number {
  return Math.max(0, periodOf(cityId, product).dueSeconds - ageSeconds(confirmedAt, now))
}

/**
 * A provider's answer is known by its place and moments. How it is judged is part of the body and
 * changes without a new answer. Weak: ages, and where a value was read, differ between answers.
 */
function etagOf({ values, shape, now, periodOf }: Freshness): string {
  const hash = createHash('sha1').update(JSON.stringify(shape))
  for (const value of values) {
    const { cityId, product, provider, validAt, fetchedAt, confirmedAt, flags } = value
    const moments = [validAt, fetchedAt, confirmedAt].map((at) => at?.getTime() ?? '')
    const { freshness, stale } = judged(ageSeconds(confirmedAt, now), periodOf(cityId, product))
    hash.update(
      `\n${product} ${cityId} ${provider} ${moments.join(' ')} ${freshness} ${stale} ${flags?.join() ?? ''}`,
    )
  }
  return `W/"${hash.digest('base64url')}"`
}

/** When a value was confirmed last, or is judged otherwise since; to the second, as HTTP has it. */
function lastChange({ values, now, periodOf }: Freshness): Date | undefined {
  const changes = values.map(({ cityId, product, confirmedAt }) => {
    const since = judgedSince(ageSeconds(confirmedAt, now), periodOf(cityId, product))
    return confirmedAt.getTime() + since * SECOND_MS
  })
  return changes.length === 0
    ? undefined
    : new Date(Math.floor(Math.max(...changes) / SECOND_MS) * SECOND_MS)
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
