import { concernsPlace, hasPlaces } from '../control/faults.ts'
import type { Fault } from '../control/schemas.ts'
import type { Answer, EmulatedCall } from '../exchange.ts'
import type { ProviderName } from '../provider-names.ts'
import type { Draw } from './seeded-draw.ts'
import {
  madeDaysAgo,
  withDayOfNulls,
  withDuplicateDate,
  withImpossibleDate,
  withMaxBelowMin,
} from './forecast-days.ts'
import { isObject } from './json-paths.ts'
import { mutated } from './mutate.ts'
import { sendable } from './replacements.ts'

const DEFAULT_DAYS = 3
const DAY_SECONDS = 86_400

/** What spoils the answer about one place; hands the same body back where it does not apply. */
type Spoiler = (body: unknown, provider: ProviderName, fault: Fault, draw: Draw) => unknown

const SPOILERS: Partial<Record<Fault['kind'], Spoiler>> = {
  'wrong-schema': numbersAsText,
  mutate: (body, _, fault, draw) => mutated(body, fault, draw),
  'duplicate-date': withDuplicateDate,
  'impossible-date': withImpossibleDate,
  'max-below-min': withMaxBelowMin,
  'day-of-nulls': withDayOfNulls,
  'old-forecast': (body, provider, { ageSeconds }) =>
    madeDaysAgo(body, provider, ageSeconds === undefined ? DEFAULT_DAYS : ageSeconds / DAY_SECONDS),
}

export const isSpoiler = ({ kind }: Fault): boolean =>
  kind === 'drop-place' || SPOILERS[kind] !== undefined

/** The weather, spoiled on its way out; the same answer where the fault does not apply to it. */
export function spoil(
  answer: Answer,
  call: EmulatedCall,
  provider: ProviderName,
  fault: Fault | undefined,
  draw: Draw,
): Answer {
  // A packed file has no fields.
  if (!fault || Buffer.isBuffer(answer.body)) return answer
  if (fault.kind === 'drop-place') {
    return { ...answer, body: withoutPlace(answer.body, call, fault) }
  }
  const spoiler = SPOILERS[fault.kind]
  if (!spoiler) return answer
  const { body } = answer
  const spoiled = Array.isArray(body)
    ? someSpoiled(body, hitOf(body, call, fault, draw), (part) =>
        spoiler(part, provider, fault, draw),
      )
    : spoiler(body, provider, fault, draw)
  return spoiled === body ? answer : { ...answer, body: sendable(spoiled) }
}

/** Each element for itself: a share of the places, by the draw, is spoiled in its own way. */
export function spoilShare(
  answer: Answer,
  provider: ProviderName,
  share: number,
  draw: Draw,
  faultFor: () => Fault,
): Answer {
  if (!Array.isArray(answer.body)) return answer
  const body = answer.body.map((part: unknown) => {
    if (draw() >= share) return part
    const fault = faultFor()
    return SPOILERS[fault.kind]?.(part, provider, fault, draw) ?? part
  })
  return { ...answer, body: sendable(body) }
}

/** Which elements of an answer about many places are struck: those named, else one or all. */
function hitOf(parts: unknown[], call: EmulatedCall, fault: Fault, draw: Draw): Set<number> {
  const all = parts.map((_, index) => index)
  if (hasPlaces(fault)) {
    return new Set(all.filter((index) => concernsPlace(fault, call.places[index])))
  }
  return new Set(fault.kind === 'mutate' ? [Math.floor(draw() * parts.length)] : all)
}

function someSpoiled(
  parts: unknown[],
  hit: ReadonlySet<number>,
  spoiler: (part: unknown) => unknown,
): unknown[] {
  const spoiled = parts.map((part, index) => (hit.has(index) ? spoiler(part) : part))
  return spoiled.every((part, index) => part === parts[index]) ? parts : spoiled
}

function numbersAsText(value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(numbersAsText)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, numbersAsText(part)]))
}

function withoutPlace(body: unknown, call: EmulatedCall, fault: Fault): unknown {
  if (!Array.isArray(body)) {
    if (!isObject(body)) return body
    return Object.fromEntries(Object.keys(body).map((key) => [key, null]))
  }
  const named = hasPlaces(fault)
    ? call.places.findIndex((place) => concernsPlace(fault, place))
    : -1
  const dropped = named === -1 ? body.length - 1 : named
  return body.filter((_, index) => index !== dropped)
}
