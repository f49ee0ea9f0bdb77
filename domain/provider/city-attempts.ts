import { failureOf, type Attempt } from './attempt.ts'
import type { CityOutcome } from './outcome.ts'
import { PRODUCTS, type Product } from '../weather/product.ts'
import type { Served } from './provider-chain-port.ts'
import type { ProviderError } from './provider-error.ts'
import type { ProviderId } from './provider-catalogue.ts'

/** How a city's refresh ended, or stands between two passes. */
export interface CityEnding {
  readonly outcome: CityOutcome
  /** The provider of the conditions, else of the first product that was served. */
  readonly provider: ProviderId | null
  readonly attempts: readonly Attempt[]
}

const isSuccess = (attempt: Attempt): boolean => failureOf(attempt) === undefined

/** The provider of the conditions. */
export const conditionsFrom = (attempts: readonly Attempt[]): ProviderId | undefined =>
  attempts.find((attempt) => isSuccess(attempt) && attempt.products.includes('conditions'))
    ?.provider

/** The wanted products that no provider has served and one may still serve. */
export const openProducts = (
  wanted: readonly Product[],
  attempts: readonly Attempt[],
): readonly Product[] =>
  wanted.filter((product) => {
    const about = attempts.filter(({ products }) => products.includes(product))
    if (about.some(isSuccess)) return false
    return about.length === 0 || about.some(({ outcome }) => outcome !== 'not-covered')
  })

/** The products that were requested and that no provider served. */
export const missingProducts = (attempts: readonly Attempt[]): readonly Product[] => {
  const asked = new Set(attempts.flatMap(({ products }) => products))
  return openProducts(
    PRODUCTS.filter((product) => asked.has(product)),
    attempts,
  )
}

/** The providers whose answers could not be stored. */
export const notStoredAt = (attempts: readonly Attempt[]): readonly ProviderId[] =>
  attempts.flatMap(({ provider, outcome }) => (outcome === 'not-stored' ? [provider] : []))

/** The attempts whose answers the database refused in this write. */
export const refusedOf = (
  { attempts: handed }: Pick<CityEnding, 'attempts'>,
  { attempts: kept }: Pick<CityEnding, 'attempts'>,
): readonly Attempt[] =>
  kept.filter((attempt) => attempt.outcome === 'not-stored' && !handed.includes(attempt))

/** Failures kept of a city, so that its row stays small however many passes it takes. */
const MAX_FAILURES = 12

/** Adds what a further pass over the open products came to; a repeated failure is kept once. */
export function mergePasses(earlier: CityEnding, served: Served): Served {
  const attempts = merged(earlier.attempts, served.attempts)
  const better = served.outcome === 'failed' ? earlier.outcome : served.outcome
  const outcome = better === 'ok' && missingProducts(attempts).length > 0 ? 'partial' : better
  const isServed = conditionsFrom(earlier.attempts) !== undefined
  const isServedNow = conditionsFrom(served.attempts) !== undefined
  const provider =
    isServedNow && !isServed ? served.provider : (earlier.provider ?? served.provider)
  return { ...served, outcome, provider, attempts }
}

/** The first attempt stays, for it names the first provider; a repeated one of the rest is dropped. */
function merged(earlier: readonly Attempt[], later: readonly Attempt[]): Attempt[] {
  const [first, ...others] = earlier
  const kept = others.filter((attempt) => !later.some((other) => isRepeated(attempt, other)))
  const added = later.filter((attempt) => !first || !isRepeated(first, attempt))
  const rest = [...kept, ...added]
  const failures = rest.filter((attempt) => !isSuccess(attempt))
  const dropped = new Set(failures.slice(0, Math.max(0, failures.length - MAX_FAILURES)))
  return [...(first ? [first] : []), ...rest.filter((attempt) => !dropped.has(attempt))]
}

const isRepeated = (one: Attempt, other: Attempt): boolean =>
  one.provider === other.provider &&
  one.outcome === other.outcome &&
  one.products.join() === other.products.join()

/** A product that was answered and could not be stored was not served by its provider. */
export function withoutStored(
  ending: CityEnding,
  refused: {
    readonly product: Product
    readonly provider: ProviderId
    readonly error: ProviderError
  },
): CityEnding {
  const { product, provider, error } = refused
  const attempts = ending.attempts.flatMap((attempt): Attempt[] => {
    if (attempt.provider !== provider || !isSuccess(attempt)) return [attempt]
    const products = attempt.products.filter((one) => one !== product)
    return products.length === 0 ? [] : [{ ...attempt, products }]
  })
  const all: Attempt[] = [
    ...attempts,
    { provider, products: [product], outcome: error.kind, message: error.message },
  ]
  const isNothing = product === 'conditions' || !all.some(isSuccess)
  if (isNothing || ending.outcome === 'failed') {
    return { outcome: 'failed', provider: null, attempts: all }
  }
  return { outcome: 'partial', provider: ending.provider, attempts: all }
}
