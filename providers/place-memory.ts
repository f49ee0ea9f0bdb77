import type { Product } from '../domain/product.ts'
import { ProviderError } from '../domain/provider-error.ts'
import type { PlaceAnswer, PlaceMemory } from '../domain/provider.ts'
import type { Lane } from './lane.ts'

/** A forecast's step: after it, the same answer has a newer entry to read. */
const STEP_MS = 60 * 60_000
/** Until its Expires an answer may be one step and a bit old. */
const OLDEST_UNASKED_MS = 90 * 60_000

/** What a provider told us earlier can answer without a call. */
export function answerFromMemory(
  { provider }: Lane,
  memory: PlaceMemory,
  wanted: readonly Product[],
  force: boolean,
  now: Date,
): PlaceAnswer | undefined {
  if (isAhead(memory.notCoveredUntil, now)) {
    const message = `${provider.id} does not cover this place, as it said before`
    return { kind: 'failed', error: new ProviderError('not-covered', message) }
  }
  if (force || !isAhead(memory.expiresAt, now) || !holds(memory, wanted)) return undefined
  const isYoung = ageMs(memory, wanted, now) < OLDEST_UNASKED_MS
  return isYoung ? { kind: 'remembered', memory } : undefined
}

/**
 * Validators are sent only while a 304 would leave the newest values stored: for the products that
 * are, and until the hour turns, because the unchanged answer then holds another current entry.
 */
export function validatorsThatHold(
  memory: PlaceMemory,
  wanted: readonly Product[],
  now: Date,
): PlaceMemory {
  if (holds(memory, wanted) && ageMs(memory, wanted, now) < STEP_MS) return memory
  return memory.address ? { address: memory.address } : {}
}

const holds = (memory: PlaceMemory, wanted: readonly Product[]): boolean =>
  wanted.every((product) => memory.products?.includes(product) === true)

/** Only conditions are of one moment; a forecast is as old as its Expires says. */
function ageMs({ validAt }: PlaceMemory, wanted: readonly Product[], now: Date): number {
  if (!wanted.includes('conditions')) return 0
  return validAt === undefined ? Infinity : now.getTime() - new Date(validAt).getTime()
}

const isAhead = (moment: string | undefined, now: Date): boolean =>
  moment !== undefined && new Date(moment) > now
