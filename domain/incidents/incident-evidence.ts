import { failureOf, type Attempt } from '../provider/attempt.ts'
import type { CityId } from '../city/city.ts'
import type { ProviderErrorKind } from '../provider/provider-error.ts'
import type { ProviderId } from '../provider/provider-catalogue.ts'
import { MINUTE_MS, SECOND_MS } from '../time/durations.ts'
import { PRODUCTS, type Product } from '../weather/product.ts'
import type { AffectedCity } from './incident.ts'
import { causeOf, mayBePlacesOwn } from './incident-cause.ts'

/** How a city's refresh ended, once its run is done with it. */
export interface EndedRefresh {
  readonly cityId: CityId
  readonly runId: string
  readonly at: Date
  readonly attempts: readonly Attempt[]
}

/** A city that a provider could not serve, for reasons that are the provider's. */
export interface NotServed extends AffectedCity {
  readonly kind: ProviderErrorKind
  readonly message: string | undefined
  readonly products: readonly Product[]
  readonly runId: string
  readonly at: Date
}

/** What a page of refreshes says about one provider. */
export interface ProviderEvidence {
  readonly provider: ProviderId
  readonly notServed: readonly NotServed[]
  /** When it first served each product in this page, by an answer to a request. */
  readonly served: ReadonlyMap<Product, Date>
}

/** Fewer of the cities a provider was asked about in one page are single failures, not an incident. */
const LEAST_SHARE = 0.05

/** What a single answer may be to blame for takes that many. */
const LEAST_CITIES_OF_PLACES_OWN = 2

interface Gathered {
  readonly notServed: NotServed[]
  readonly served: Map<Product, Date>
  readonly servedCities: Set<CityId>
}

/** By provider; only those of which something was seen. */
export function evidenceOf(page: readonly EndedRefresh[]): ProviderEvidence[] {
  const gathered = new Map<ProviderId, Gathered>()
  const of = (provider: ProviderId): Gathered => {
    const known = gathered.get(provider)
    if (known) return known
    const fresh = { notServed: [], served: new Map(), servedCities: new Set<CityId>() }
    gathered.set(provider, fresh)
    return fresh
  }
  for (const refresh of page) {
    const servers = serversOf(refresh.attempts)
    for (const attempt of refresh.attempts) {
      const kind = failureOf(attempt)
      if (kind === undefined) noteServed(of(attempt.provider), refresh, attempt)
      else noteFailure(of(attempt.provider), refresh, { attempt, kind, servers })
    }
  }
  return [...gathered].map(([provider, { notServed, served, servedCities }]) => ({
    provider,
    notServed: aboveNoise(notServed, servedCities.size),
    served,
  }))
}

type Servers = ReadonlyMap<Product, ProviderId>

const serversOf = (attempts: readonly Attempt[]): Servers =>
  new Map(
    attempts.flatMap((attempt) =>
      failureOf(attempt) === undefined
        ? attempt.products.map((product) => [product, attempt.provider] as const)
        : [],
    ),
  )

function noteServed(
  { served, servedCities }: Gathered,
  { cityId, at }: EndedRefresh,
  one: Attempt,
) {
  // No request was sent for it.
  if (one.outcome === 'remembered') return
  servedCities.add(cityId)
  for (const product of one.products) {
    const before = served.get(product)
    if (before === undefined || at < before) served.set(product, at)
  }
}

interface Failure {
  readonly attempt: Attempt
  readonly kind: ProviderErrorKind
  readonly servers: Servers
}

/** What the same provider served in a later pass was only late. */
function noteFailure(
  { notServed }: Gathered,
  { cityId, runId, at }: EndedRefresh,
  { attempt, kind, servers }: Failure,
): void {
  if (causeOf(kind) === undefined) return
  const products = attempt.products.filter((one) => servers.get(one) !== attempt.provider)
  const main = PRODUCTS.find((one) => products.includes(one))
  if (main === undefined) return
  const servedBy = servers.get(main) ?? null
  if (servedBy !== null && isByDesign(attempt)) return
  const isUnserved = main === 'conditions' && servedBy === null
  const { message } = attempt
  notServed.push({ cityId, servedBy, isUnserved, kind, message, products, runId, at })
}

/** A minute and the second of a sliding one. */
const LONGEST_MINUTE_MS = MINUTE_MS + 2 * SECOND_MS

/** A minute's quota fills in every large run, and the next provider serves the rest. */
const isByDesign = ({ outcome, retryAfterMs = Infinity }: Attempt): boolean =>
  outcome === 'quota-exhausted' && retryAfterMs <= LONGEST_MINUTE_MS

function aboveNoise(notServed: readonly NotServed[], servedCities: number): readonly NotServed[] {
  const citiesOf = (some: readonly NotServed[]) => new Set(some.map(({ cityId }) => cityId)).size
  const failed = citiesOf(notServed)
  if (failed < LEAST_SHARE * (failed + servedCities)) return []
  const placesOwn = notServed.filter(({ kind }) => mayBePlacesOwn(kind))
  if (citiesOf(placesOwn) >= LEAST_CITIES_OF_PLACES_OWN) return notServed
  return notServed.filter((one) => !placesOwn.includes(one))
}
