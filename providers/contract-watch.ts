import type { CityId } from '../domain/city/city.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { Answers, PlaceAnswer, ProviderRequest } from '../domain/provider/provider.ts'

/** One answer may be a slip; and one city's answer condemns nobody. */
const MIN_ANSWERS = 2
const MIN_PLACES = 5

/** Counts the answers in a row that nothing could be read from, for any of their places. */
export class ContractWatch {
  readonly #places = new Set<CityId>()
  #answers = 0
  #reason = ''

  get reason(): string {
    return this.#reason
  }

  /** Whether the outcome is one too many. */
  isBroken(request: ProviderRequest, outcome: unknown): boolean {
    const failure = unreadableIn(request, outcome)
    if (failure === undefined) {
      if (outcome instanceof Map) this.forget()
      return false
    }
    this.#answers += 1
    this.#reason = failure.message
    for (const { id } of request.places) this.#places.add(id)
    return this.#answers >= MIN_ANSWERS && this.#places.size >= MIN_PLACES
  }

  /** Whether nothing could be read from this one. */
  static isUnreadable(request: ProviderRequest, outcome: unknown): boolean {
    return unreadableIn(request, outcome) !== undefined
  }

  forget(): void {
    this.#answers = 0
    this.#places.clear()
  }
}

function unreadableIn({ places }: ProviderRequest, outcome: unknown): ProviderError | undefined {
  if (outcome instanceof ProviderError) {
    return outcome.kind === 'schema-mismatch' ? outcome : undefined
  }
  if (!(outcome instanceof Map)) return undefined
  const failures = places.map(({ id }) => mismatchOf((outcome as Answers).get(id)))
  return failures.every((failure) => failure !== undefined) ? failures[0] : undefined
}

const mismatchOf = (answer: PlaceAnswer | undefined): ProviderError | undefined =>
  answer?.kind === 'failed' && answer.error.kind === 'schema-mismatch' ? answer.error : undefined
