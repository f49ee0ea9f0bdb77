import type { Fault } from '../control/schemas.ts'
import { oneOf, shuffled, type Draw } from './seeded-draw.ts'
import { isSpoiler } from './spoil.ts'

type Variant = Omit<Fault, 'provider'>

const status = (code: number, more: Partial<Variant> = {}): Variant => ({
  kind: 'status',
  status: code,
  ...more,
})

const header = (headers: Record<string, string>, more: Partial<Variant> = {}): Variant => ({
  kind: 'header',
  headers,
  ...more,
})

const MUTATE: Variant = { kind: 'mutate' }

const OF_BODIES: readonly Variant[] = [
  { kind: 'duplicate-date' },
  { kind: 'impossible-date' },
  { kind: 'max-below-min' },
  { kind: 'day-of-nulls' },
  { kind: 'old-forecast' },
  { kind: 'wrong-schema' },
]

/**
 * What a provider may send once in a while. Refusals that park a provider for minutes are no part of
 * it: those are a state of the provider, not a fault of one answer.
 */
const VARIANTS: readonly Variant[] = [
  ...OF_BODIES,
  { kind: 'stale' },
  { kind: 'future' },
  { kind: 'drop-place' },
  { kind: 'out-of-range' },
  { kind: 'reset' },
  { kind: 'truncate' },
  { kind: 'garbage' },
  { kind: 'garbage', body: '<html>\u0000\u001b[2J' },
  { kind: 'garbage', body: '' },
  { kind: 'garbage', body: 'null' },
  { kind: 'garbage', body: '[]' },
  { kind: 'echo-url' },
  { kind: 'echo-url', form: 'json', status: 200 },
  { kind: 'echo-url', form: 'error', status: 500 },
  status(500),
  status(502),
  status(503, { headers: { 'retry-after': '-1' } }),
  status(503, { headers: { 'retry-after': '1e3' } }),
  status(304),
  status(400),
  status(404),
  status(418),
  header({}, { pack: 'gzip' }),
  header({ 'content-encoding': 'GZIP' }, { pack: 'gzip' }),
  header({ 'content-encoding': 'gzip' }),
  header({ 'content-encoding': 'br' }),
  header({ 'content-type': 'text/html' }),
  header({ expires: 'Fri, 01 Jan 2126 00:00:00 GMT' }),
  header({ expires: '0', 'last-modified': 'yesterday' }),
]

/** A body has many fields to mutate, so half of the faults are mutations. */
const MUTATE_SHARE = 0.5

/** One fault for a whole answer: the first in a drawn order that changes it. */
export function drawnFault(random: Fault, draw: Draw, changes: (fault: Fault) => boolean): Fault {
  const { provider } = random
  const rest = shuffled(VARIANTS, draw)
  const order = draw() < MUTATE_SHARE ? [MUTATE, ...rest] : rest
  const faults = order.map((variant): Fault => ({ ...variant, provider }))
  return faults.find((fault) => !isSpoiler(fault) || changes(fault)) ?? { ...MUTATE, provider }
}

/** One fault for the part of an answer that is about one place. */
export function drawnBodyFault({ provider }: Fault, draw: Draw): Fault {
  const variant = draw() < MUTATE_SHARE ? MUTATE : oneOf([MUTATE, ...OF_BODIES], draw)
  return { ...variant, provider }
}
