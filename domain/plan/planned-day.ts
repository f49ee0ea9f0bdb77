import type { CityId } from '../city/city.ts'
import { servesCountry, providerFacts, type ProviderId } from '../provider/provider-catalogue.ts'
import { HOUR_MS, MINUTE_MS, MINUTE_S } from '../time/durations.ts'
import { dueCutoff } from '../weather/freshness.ts'
import { PRODUCTS, type Product } from '../weather/product.ts'
import type { CityItem, PlannedCity } from './city-items.ts'
import { DayLedger } from './day-ledger.ts'
import { firstSource } from './first-source.ts'
import { planFacts, type PlanFacts } from './plan-facts.ts'
import type { PlanSource } from './plan-input.ts'
import { planTick } from './plan-tick.ts'
import { ruleOf } from './usual-rule.ts'

/** What a tick asks of each provider. */
export interface PlannedTick {
  readonly at: Date
  readonly cities: number
  readonly calls: Partial<Readonly<Record<ProviderId, PlannedCalls>>>
}

export interface PlannedCalls {
  /** Places that are asked for, each with all products that are due. */
  readonly places: number
  /** In the unit of the provider's quota. */
  readonly weight: number
}

/** What one place weighs with some products, by the provider's own rule. */
export type PriceOf = (id: ProviderId, products: readonly Product[]) => number

/**
 * The ticks that follow, carried out as a run carries them out where every provider answers and
 * no one else asks: the same rule, the same order of providers, the same windows.
 */
export function plannedDay(facts: PlanFacts, ticks: number, priceOf: PriceOf): PlannedTick[] {
  const walk = new PlannedDay(facts, priceOf)
  return Array.from({ length: ticks }, () => walk.next())
}

type WalkedCity = Omit<PlannedCity, 'confirmedAt' | 'askedAt'> & {
  confirmedAt: Record<Product, number | null>
  askedAt: Partial<Record<ProviderId, number>>
}

class PlannedDay {
  readonly #facts: PlanFacts
  readonly #priceOf: PriceOf
  readonly #cities: ReadonlyMap<CityId, WalkedCity>
  readonly #ledger: DayLedger
  #at: Date

  constructor(facts: PlanFacts, priceOf: PriceOf) {
    this.#facts = facts
    this.#priceOf = priceOf
    this.#at = facts.options.at
    this.#ledger = new DayLedger(facts)
    this.#cities = new Map(
      facts.cities.map((city) => [
        city.cityId,
        { ...city, confirmedAt: { ...city.confirmedAt }, askedAt: { ...city.askedAt } },
      ]),
    )
  }

  next(): PlannedTick {
    const at = this.#at
    const calls: Partial<Record<ProviderId, { places: number; weight: number }>> = {}
    const due = this.#due(this.#ledger.sourcesAt(at))
    for (const { cityId, products, first } of due) this.#serve(cityId, products, first, calls)
    this.#at = new Date(at.getTime() + this.#facts.options.tickMinutes * MINUTE_MS)
    return { at, cities: due.length, calls }
  }

  /** As of now: popularity has faded as it does without a request. */
  #factsNow(sources: readonly PlanSource[]): PlanFacts {
    const { options } = this.#facts
    const hours = (this.#at.getTime() - options.at.getTime()) / HOUR_MS
    const fading = 2 ** -(hours / options.halfLifeHours)
    const cities = [...this.#cities.values()].map((city) => ({
      ...city,
      requests: city.requests * fading,
    }))
    return planFacts({ ...options, at: this.#at }, { ...this.#facts, cities, sources })
  }

  #due(sources: readonly PlanSource[]) {
    const facts = this.#factsNow(sources)
    const tick = planTick(facts.input)
    const rule = ruleOf(tick, facts, facts.options.halfLifeHours)
    const chosen: readonly CityItem[] = rule
      ? tick.layers.flatMap(({ selection }) => selection.chosen.map(({ item }) => item as CityItem))
      : facts.input.items.filter((item) => this.#isDueByAge(item))
    const byCity = new Map<CityId, Set<Product>>()
    for (const { cityId, product } of chosen) {
      byCity.set(cityId, (byCity.get(cityId) ?? new Set()).add(product))
    }
    return [...byCity]
      .sort(([one], [other]) => one - other)
      .map(([cityId, some]) => {
        const products = PRODUCTS.filter((product) => some.has(product))
        const askedAt = this.#cities.get(cityId)?.askedAt ?? {}
        const first = rule && firstSource(rule, { cityId, products, askedAt })
        return { cityId, products, first }
      })
  }

  #isDueByAge({ dataAt, leastMinutes }: CityItem): boolean {
    const tickSeconds = this.#facts.options.tickMinutes * MINUTE_S
    const cutoff = dueCutoff(this.#at, leastMinutes * MINUTE_S, tickSeconds)
    return dataAt * MINUTE_MS <= cutoff.getTime()
  }

  /** As the chain does: each provider in order for what those before it left open. */
  #serve(
    cityId: CityId,
    products: readonly Product[],
    first: ProviderId | undefined,
    calls: Partial<Record<ProviderId, { places: number; weight: number }>>,
  ): void {
    const city = this.#cities.get(cityId)
    if (!city) return
    const { providers } = this.#facts.options
    let open = products
    for (const provider of [
      ...providers.filter(({ id }) => id === first),
      ...providers.filter(({ id }) => id !== first),
    ]) {
      const own = open.filter((product) => provider.products.includes(product))
      if (own.length === 0 || !servesCountry(providerFacts(provider.id), city.countryCode)) continue
      const weight = this.#priceOf(provider.id, own)
      if (!this.#ledger.reserve(provider.id, weight)) continue
      const sofar = calls[provider.id] ?? { places: 0, weight: 0 }
      calls[provider.id] = { places: sofar.places + 1, weight: sofar.weight + weight }
      this.#note(city, provider.id, own)
      open = open.filter((product) => !own.includes(product))
    }
  }

  #note(city: WalkedCity, provider: ProviderId, products: readonly Product[]): void {
    const now = this.#at.getTime() / MINUTE_MS
    for (const product of products) city.confirmedAt[product] = now
    if (products.includes('conditions')) city.askedAt[provider] = now
  }
}
