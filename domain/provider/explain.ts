import type { Place } from '../city/city.ts'
import { SECOND_MS } from '../time/durations.ts'
import { PRODUCTS, type Product } from '../weather/product.ts'
import type { Attempt } from './attempt.ts'
import { providerFacts, servesCountry, type ProviderId } from './provider-catalogue.ts'
import type { ProviderErrorKind } from './provider-error.ts'
import type { ProviderSetup } from './provider-setup.ts'

/** How the last refresh of one product went, kept with its city. */
export interface ProductRefresh {
  /** ISO 8601. */
  readonly at: string
  readonly runId: string
  readonly attempts: readonly ProductAttempt[]
}

export type ProductAttempt = Pick<Attempt, 'provider' | 'outcome' | 'message' | 'retryAfterMs'>

export type ProductRefreshes = Partial<Readonly<Record<Product, ProductRefresh>>>

/** Each product of a refresh with the attempts that were made for it. */
export function productRefreshes(
  attempts: readonly Attempt[],
  { at, runId }: { readonly at: Date; readonly runId: string },
): ProductRefreshes {
  const entries = PRODUCTS.flatMap((product) => {
    const own = attempts.filter(({ products }) => products.includes(product))
    if (own.length === 0) return []
    return [[product, { at: at.toISOString(), runId, attempts: own.map(withoutProducts) }] as const]
  })
  return Object.fromEntries(entries)
}

const withoutProducts = ({ products: _, ...attempt }: Attempt): ProductAttempt => attempt

/** We kept the request back, or a stored answer had not expired. */
const NOT_ASKED: ReadonlySet<Attempt['outcome']> = new Set<ProviderErrorKind | 'remembered'>([
  'quota-exhausted',
  'queue-full',
  'circuit-open',
  'quarantined',
  'parked',
  'remembered',
])

export interface ExplainedAttempt extends ProductAttempt {
  /** Whether a request was sent. */
  readonly isAsked: boolean
}

export interface Skipped {
  readonly provider: ProviderId
  readonly why: string
}

/** What is stored of a product, and served. */
export interface StoredProduct {
  readonly provider: ProviderId
  readonly validAt: Date | null
  readonly confirmedAt: Date
}

export interface ExplainedProduct {
  readonly product: Product
  readonly refreshedAt: string | null
  readonly runId: string | null
  readonly tried: readonly ExplainedAttempt[]
  readonly skipped: readonly Skipped[]
  readonly stored: StoredProduct | null
  /** When it was last confirmed, by a value or by a 304. */
  readonly confirmedAt: Date | null
  /** By its maximum age; null where the city is not kept fresh. */
  readonly nextDueAt: Date | null
}

export interface ExplainFacts {
  readonly place: Place
  readonly isActive: boolean
  readonly refreshes: ProductRefreshes
  readonly confirmedAt: Readonly<Record<Product, Date | null>>
  readonly stored: Partial<Readonly<Record<Product, StoredProduct>>>
}

/** Why each product of a city is what it is: who was asked, who was not and why, and what came of it. */
export const explainCity = (
  facts: ExplainFacts,
  setups: readonly ProviderSetup[],
  { maxAgeSeconds, now }: { maxAgeSeconds: Readonly<Record<Product, number>>; now: Date },
): ExplainedProduct[] =>
  PRODUCTS.map((product) => {
    const refresh = facts.refreshes[product]
    const confirmedAt = facts.confirmedAt[product]
    const dueMs = confirmedAt ? confirmedAt.getTime() + maxAgeSeconds[product] * SECOND_MS : 0
    return {
      product,
      refreshedAt: refresh?.at ?? null,
      runId: refresh?.runId ?? null,
      tried: (refresh?.attempts ?? []).map((attempt) => ({
        ...attempt,
        isAsked: !NOT_ASKED.has(attempt.outcome),
      })),
      skipped: skippedOf(product, facts, setups),
      stored: facts.stored[product] ?? null,
      confirmedAt,
      nextDueAt: facts.isActive ? new Date(Math.max(dueMs, now.getTime())) : null,
    }
  })

/** Of every provider that was not tried, as they are set up now. */
function skippedOf(
  product: Product,
  { place, refreshes }: ExplainFacts,
  setups: readonly ProviderSetup[],
): Skipped[] {
  const tried = refreshes[product]?.attempts ?? []
  return setups.flatMap((setup) => {
    if (tried.some(({ provider }) => provider === setup.id)) return []
    return [{ provider: setup.id, why: whyNotTried(setup, product, place, tried.length > 0) }]
  })
}

function whyNotTried(
  { id, isEnabled, barredBy }: ProviderSetup,
  product: Product,
  { countryCode }: Place,
  isRefreshed: boolean,
): string {
  const facts = providerFacts(id)
  if (!facts.products.includes(product)) return `does not offer ${product}`
  if (!servesCountry(facts, countryCode)) return `does not serve ${countryCode}`
  if (barredBy !== null) return barredBy
  if (!isEnabled) return 'is not in use'
  return isRefreshed ? 'was not needed: another one served it before' : 'nothing was asked for yet'
}
