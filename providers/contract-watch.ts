import type { CityId } from '../domain/city/city.ts'
import { ProviderError, type ProviderErrorKind } from '../domain/provider/provider-error.ts'
import type { PlaceAnswer, ProviderRequest } from '../domain/provider/provider.ts'
import type { Product } from '../domain/weather/product.ts'
import type { Reading } from '../domain/weather/reading.ts'

/** One answer may be a slip; and one city's answer condemns no one. */
const MIN_ANSWERS = 2
const MIN_PLACES = 5

/** Values were read and are no use; the form is the one we know. */
const READ: ReadonlySet<ProviderErrorKind> = new Set(['out-of-range', 'from-the-future', 'stale'])

/** `silent`: an address that was looked up, a 304 or a place without data say nothing of the form. */
export type FormVerdict = 'readable' | 'silent' | ProviderError

/** Counts the answers in a row that nothing could be read from, for any of their places. */
export class ContractWatch {
  readonly #places = new Set<CityId>()
  #answers = 0
  #reason = ''

  get reason(): string {
    return this.#reason
  }

  /** Whether the answer is one too many. */
  isBroken({ places }: ProviderRequest, verdict: FormVerdict): boolean {
    if (verdict === 'readable') this.forget()
    if (!(verdict instanceof ProviderError)) return false
    this.#answers += 1
    this.#reason = verdict.message
    for (const { id } of places) this.#places.add(id)
    return this.#answers >= MIN_ANSWERS && this.#places.size >= MIN_PLACES
  }

  forget(): void {
    this.#answers = 0
    this.#places.clear()
  }
}

/** What an outcome says of the form of all that was asked for: the mismatch where nothing could be read. */
export const formOf = (request: ProviderRequest, outcome: unknown): FormVerdict => {
  if (outcome instanceof ProviderError) {
    return outcome.kind === 'schema-mismatch' ? outcome : 'silent'
  }
  return verdictOf(request, outcome, (answer) => formOfAnswer(request, answer))
}

/** The same of one product of several, where the others could be read. */
export const formOfPart = (
  request: ProviderRequest,
  product: Product,
  outcome: unknown,
): FormVerdict =>
  verdictOf(request, outcome, (answer) =>
    answer.kind === 'reading' ? formOfProduct(answer, product) : 'silent',
  )

function verdictOf(
  { places }: ProviderRequest,
  outcome: unknown,
  formIn: (answer: PlaceAnswer) => FormVerdict,
): FormVerdict {
  if (!(outcome instanceof Map)) return 'silent'
  const verdicts = places.map(({ id }) => {
    const answer = outcome.get(id) as PlaceAnswer | undefined
    return answer ? formIn(answer) : 'silent'
  })
  if (verdicts.includes('readable')) return 'readable'
  return verdicts.find((verdict) => verdict instanceof ProviderError) ?? 'silent'
}

function formOfAnswer({ products }: ProviderRequest, answer: PlaceAnswer): FormVerdict {
  if (answer.kind === 'reading') return 'readable'
  if (answer.kind !== 'failed') return 'silent'
  if (answer.error.kind === 'schema-mismatch') return answer.error
  // Of several products it is the failure of the first.
  return READ.has(answer.error.kind) && products.length === 1 ? 'readable' : 'silent'
}

function formOfProduct(
  { reading, missing = [] }: Extract<PlaceAnswer, { kind: 'reading' }>,
  product: Product,
): FormVerdict {
  if (reading[READING_OF[product]] !== undefined) return 'readable'
  const error = missing.find(({ products }) => products.includes(product))?.error
  if (error?.kind === 'schema-mismatch') return error
  return error && READ.has(error.kind) ? 'readable' : 'silent'
}

const READING_OF = {
  conditions: 'conditions',
  forecast: 'forecast',
  'air-quality': 'airQuality',
} as const satisfies Readonly<Record<Product, keyof Reading>>
