import type { Place } from '../city/city.ts'
import type { DueRule } from '../plan/due-rule.ts'
import { nextDue, plannedPeriodMinutes, type RuledCity } from '../plan/next-due.ts'
import { LATE_PERIODS } from '../plan/planned-period.ts'
import { MINUTE_MS, MINUTE_S, SECOND_MS } from '../time/durations.ts'
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

/** Whether a request was sent for it. */
export const wasAsked = ({ outcome }: Pick<Attempt, 'outcome'>): boolean => !NOT_ASKED.has(outcome)

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
  /** The run that stored it. */
  readonly runId: string
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
  /** By the plan where there is one, else by its maximum age; null where the city is not kept fresh. */
  readonly nextDueAt: Date | null
  readonly isDueByPlan: boolean
  /** How often it is planned to be refreshed; beyond twice that it is late. */
  readonly periodSeconds: number
  readonly isLate: boolean
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
  by: DueBy,
): ExplainedProduct[] =>
  PRODUCTS.map((product) => {
    const refresh = facts.refreshes[product]
    const confirmedAt = facts.confirmedAt[product]
    return {
      product,
      refreshedAt: refresh?.at ?? null,
      runId: refresh?.runId ?? null,
      tried: (refresh?.attempts ?? []).map((attempt) => ({
        ...attempt,
        isAsked: wasAsked(attempt),
      })),
      skipped: skippedOf(product, facts, setups),
      stored: facts.stored[product] ?? null,
      confirmedAt,
      ...dueOf(product, facts, by),
    }
  })

/** By what a city is due: the plan of the latest refresh, and the ages products may have. */
export interface DueBy {
  readonly maxAgeSeconds: Readonly<Record<Product, number>>
  readonly now: Date
  readonly plan: {
    readonly current: DueRule | null
    readonly usual: DueRule | null
    /** Absent for a city that is not planned. */
    readonly city?: Omit<RuledCity, 'confirmedAt'> | undefined
  }
}

function dueOf(product: Product, facts: ExplainFacts, { maxAgeSeconds, now, plan }: DueBy) {
  const confirmed = facts.confirmedAt[product]
  const confirmedAt = confirmed ? confirmed.getTime() / MINUTE_MS : null
  const from = now.getTime() / MINUTE_MS
  const city = plan.city && { ...plan.city, confirmedAt }
  const planned = plan.current && city ? nextDue(plan.current, product, city, from) : undefined
  const period = plan.usual && city ? plannedPeriodMinutes(plan.usual, product, city) : undefined
  const byAge = (confirmed?.getTime() ?? 0) + maxAgeSeconds[product] * SECOND_MS
  const dueMs = planned === undefined ? byAge : planned * MINUTE_MS
  const periodSeconds = Math.max(maxAgeSeconds[product], Math.round((period ?? 0) * MINUTE_S))
  const ageMs = now.getTime() - (confirmed?.getTime() ?? -Infinity)
  return {
    nextDueAt: facts.isActive ? new Date(Math.max(dueMs, now.getTime())) : null,
    isDueByPlan: planned !== undefined,
    periodSeconds,
    isLate: facts.isActive && ageMs > LATE_PERIODS * periodSeconds * SECOND_MS,
  }
}

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
