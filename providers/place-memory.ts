import type { CityId } from '../domain/city/city.ts'
import type { Product } from '../domain/weather/product.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { Answers, PlaceAnswer, PlaceMemory } from '../domain/provider/provider.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../domain/time/durations.ts'
import type { Lane } from './lane-port.ts'

/** A forecast's step: after it, the same document has a newer entry for the present. */
const STEP_MS = HOUR_MS
/** Before its Expires an answer may be somewhat older than one step. */
const MAX_UNEXPIRED_AGE_MS = 90 * MINUTE_MS

/** A place that a batch was refused for is left out of batches for this long. */
const REFUSED_MS = DAY_MS

/** The answer that a provider's earlier answer allows without a request. */
export function answerFromMemory(
  { provider }: Lane,
  memory: PlaceMemory,
  wanted: readonly Product[],
  force: boolean,
  now: Date,
): PlaceAnswer | undefined {
  if (isAhead(memory.notCoveredUntil, now)) {
    const message = `${provider.id} does not cover this place, as it answered before`
    return { kind: 'failed', error: new ProviderError('not-covered', message) }
  }
  if (force || !isAhead(memory.expiresAt, now) || !holds(memory, wanted)) return undefined
  const isYoung = ageMs(memory, wanted, now) < MAX_UNEXPIRED_AGE_MS
  return isYoung ? { kind: 'remembered', memory } : undefined
}

/** The products that the provider refused a batch for, because of this place. */
export const refusedProducts = (
  memory: PlaceMemory | undefined,
  wanted: readonly Product[],
  now: Date,
): Product[] => wanted.filter((product) => isAhead(memory?.refusedUntil?.[product], now))

export function refusedBefore({ provider }: Lane): PlaceAnswer {
  const said = `${provider.id} refused a request because of this place, and is skipped for a day`
  return { kind: 'failed', error: new ProviderError('rejected', said) }
}

/** Adds to the answers of bad places the memory that keeps them out of later batches. */
export function rememberRefusals(
  answers: Answers,
  badIds: readonly CityId[],
  products: readonly Product[],
  now: Date,
): Answers {
  const until = new Date(now.getTime() + REFUSED_MS).toISOString()
  const refusedUntil = Object.fromEntries(products.map((product) => [product, until]))
  const remembered = new Map(answers)
  for (const id of badIds) {
    const answer = answers.get(id)
    if (answer) {
      remembered.set(id, { ...answer, memory: mergeMemories(answer.memory, { refusedUntil }) })
    }
  }
  return remembered
}

/** The stored memory is replaced, so refusals of other products are carried over. */
export function withRefusalsOf(memory: PlaceMemory | undefined, answer: PlaceAnswer): PlaceAnswer {
  if (!memory?.refusedUntil || !answer.memory) return answer
  const { refusedUntil } = memory
  return { ...answer, memory: mergeMemories({ refusedUntil }, answer.memory) }
}

/** The newer memory wins; refusals are merged by product. */
export function mergeMemories(older: PlaceMemory | undefined, newer: PlaceMemory): PlaceMemory {
  const refusedUntil = { ...older?.refusedUntil, ...newer.refusedUntil }
  const isAny = Object.keys(refusedUntil).length > 0
  return { ...older, ...newer, ...(isAny && { refusedUntil }) }
}

/**
 * Validators are sent only while a 304 means that the stored values are the newest: for stored
 * products, and within the hour, because after it the unchanged document has another current entry.
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

/** Only conditions have a moment; a forecast is fresh until its Expires. */
function ageMs({ validAt }: PlaceMemory, wanted: readonly Product[], now: Date): number {
  if (!wanted.includes('conditions')) return 0
  return validAt === undefined ? Infinity : now.getTime() - new Date(validAt).getTime()
}

const isAhead = (moment: string | undefined, now: Date): boolean =>
  moment !== undefined && new Date(moment) > now
