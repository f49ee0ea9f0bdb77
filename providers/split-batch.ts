import type { CityId } from '../domain/city/city.ts'
import type { ProviderError, ProviderErrorKind } from '../domain/provider/provider-error.ts'
import type { Answers, PlaceAnswer } from '../domain/provider/provider.ts'

/** A bad place costs two calls on each of log2(n) levels; up to this many are always found. */
const MIN_BAD_PLACES_FOUND = 6

/** May concern one place of many, or a batch too large for the quota left. */
const REFUSALS: ReadonlySet<ProviderErrorKind> = new Set([
  'rejected',
  'schema-mismatch',
  'quota-exhausted',
])

export interface RefusedBatch {
  readonly ids: readonly CityId[]
  /** The answers of the request for all of them. */
  readonly answers: Answers
  readonly send: (ids: readonly CityId[]) => Promise<Answers>
}

export interface SplitAnswers {
  readonly answers: Answers
  /** Refused alone while other places of the batch were served. */
  readonly badIds: readonly CityId[]
  /** Only refusals came, so the cause is hardly one place. */
  readonly isInVain: boolean
}

/**
 * Sends a refused batch in halves and splits refused halves again, as long as that finds places that
 * are served. The other places keep their refusal.
 */
export async function splitBatch({ ids, answers, send }: RefusedBatch): Promise<SplitAnswers> {
  const levels = Math.ceil(Math.log2(Math.max(2, ids.length)))
  const maxCalls = 2 * levels * MIN_BAD_PLACES_FOUND
  const maxInVain = 2 * levels
  const merged = new Map(answers)
  const refused = [ids]
  const refusedAlone: CityId[] = []
  const seen = { calls: 0, callsInVain: 0, isAnyServed: false }

  const sendHalf = async (half: readonly CityId[]): Promise<void> => {
    const said = await send(half)
    for (const [id, answer] of said) merged.set(id, answer)
    const isServed = [...said.values()].some(({ kind }) => kind !== 'failed')
    seen.calls += 1
    seen.callsInVain = isServed ? 0 : seen.callsInVain + 1
    seen.isAnyServed ||= isServed
    if (!isRefusal(failureOfAll(said))) return
    if (half.length > 1) refused.push(half)
    else refusedAlone.push(...half)
  }

  for (let part = refused.pop(); part; part = refused.pop()) {
    for (const half of halvesOf(part)) {
      if (seen.calls < maxCalls && seen.callsInVain < maxInVain) await sendHalf(half)
    }
  }
  const badIds = refusedAlone.filter((id) => isForThePlace(merged.get(id)))
  return {
    answers: merged,
    badIds: seen.isAnyServed ? badIds : [],
    isInVain: !seen.isAnyServed && seen.callsInVain >= maxInVain,
  }
}

/** The failure that all places share. */
export function failureOfAll(answers: Answers): ProviderError | undefined {
  const [first] = answers.values()
  if (first?.kind !== 'failed') return undefined
  const all = [...answers.values()]
  const isShared = all.every((answer) => answer.kind === 'failed' && answer.error === first.error)
  return isShared ? first.error : undefined
}

export const isRefusal = (error: ProviderError | undefined): boolean =>
  error !== undefined && REFUSALS.has(error.kind)

const isForThePlace = (answer: PlaceAnswer | undefined): boolean =>
  answer?.kind === 'failed' && answer.error.kind !== 'quota-exhausted'

function halvesOf<Item>(items: readonly Item[]): (readonly Item[])[] {
  const middle = Math.ceil(items.length / 2)
  return [items.slice(0, middle), items.slice(middle)].filter(({ length }) => length > 0)
}
