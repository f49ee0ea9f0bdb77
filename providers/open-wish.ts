import type { Attempt } from '../domain/attempt.ts'
import type { Place } from '../domain/city.ts'
import type { CityOutcome } from '../domain/outcome.ts'
import type { Product } from '../domain/product.ts'
import type { ProviderError } from '../domain/provider-error.ts'
import type { Served, Wish } from '../domain/provider-chain.ts'
import type { PlaceAnswer, PlaceMemory, ProviderId, WeatherProvider } from '../domain/provider.ts'
import type { Reading } from '../domain/reading.ts'

/** A wish, less what has been served of it. What none of the providers offers for the place is no part. */
export class OpenWish {
  readonly place: Place
  readonly #offering: readonly WeatherProvider[]
  readonly #wanted: readonly Product[]
  readonly #served = new Map<Product, ProviderId>()
  /** Who has said so, by product. */
  readonly #notCovered = new Map<Product, Set<ProviderId>>()
  readonly #unchanged: Product[] = []
  readonly #attempts: Attempt[] = []
  readonly #memories: Partial<Record<ProviderId, PlaceMemory>> = {}
  #reading: Reading = {}

  constructor({ place, products }: Wish, providers: readonly WeatherProvider[]) {
    this.place = place
    this.#offering = providers.filter((provider) => provider.covers(place))
    this.#wanted = products.filter((product) =>
      this.#offering.some((provider) => provider.products.includes(product)),
    )
  }

  /** The products still open that this provider has for this place. */
  for(provider: WeatherProvider): Product[] {
    if (!this.#offering.includes(provider)) return []
    return this.#wanted.filter(
      (product) => !this.#served.has(product) && provider.products.includes(product),
    )
  }

  take(provider: WeatherProvider, products: readonly Product[], answer: PlaceAnswer): void {
    this.#remember(provider, products, answer)
    if (answer.kind === 'learned') return
    if (answer.kind === 'failed') {
      this.#fail(provider, products, answer.error)
      return
    }
    const got = answer.kind === 'reading' ? productsOf(answer.reading, products) : products
    for (const product of got) this.#served.set(product, provider.id)
    if (answer.kind === 'unchanged') this.#unchanged.push(...got)
    if (answer.kind === 'reading') this.#reading = { ...answer.reading, ...this.#reading }
    const outcome = answer.kind === 'reading' ? 'ok' : answer.kind
    this.#attempts.push({ provider: provider.id, products: got, outcome })
    if (answer.kind !== 'reading') return
    for (const { products: missing, error } of answer.missing ?? []) {
      this.#fail(provider, missing, error)
    }
  }

  #fail({ id }: WeatherProvider, products: readonly Product[], error: ProviderError): void {
    const { kind, message, retryAfterMs } = error
    const retry = retryAfterMs === undefined ? {} : { retryAfterMs }
    this.#attempts.push({ provider: id, products, outcome: kind, message, ...retry })
    if (kind !== 'not-covered') return
    for (const product of products) {
      this.#notCovered.set(product, (this.#notCovered.get(product) ?? new Set()).add(id))
    }
  }

  #remember(
    { id, remembersPlaces }: WeatherProvider,
    products: readonly Product[],
    answer: PlaceAnswer,
  ): void {
    if (!answer.memory || !remembersPlaces) return
    const stored = answer.kind === 'reading' && { products: productsOf(answer.reading, products) }
    this.#memories[id] = { ...this.#memories[id], ...answer.memory, ...stored }
  }

  result(): Served {
    const first = this.#wanted.find((product) => this.#served.has(product))
    const lead = this.#served.has('conditions') ? 'conditions' : first
    const absent = this.#wanted.filter((product) => this.#isAbsent(product))
    return {
      cityId: this.place.id,
      outcome: this.#outcome(absent),
      provider: lead === undefined ? null : (this.#served.get(lead) ?? null),
      reading: this.#reading,
      unchanged: [...this.#unchanged, ...absent],
      attempts: this.#attempts,
      memories: this.#memories,
    }
  }

  /** Nobody covers the place for it: there is nothing to wait for. A city without weather has failed. */
  #isAbsent(product: Product): boolean {
    if (product === 'conditions' || this.#served.has(product)) return false
    const saidNo = this.#notCovered.get(product)
    if (!saidNo) return false
    return this.#offering.every(({ id, products }) => !products.includes(product) || saidNo.has(id))
  }

  #outcome(absent: readonly Product[]): CityOutcome {
    const settled = this.#served.size + absent.length
    if (settled === 0) return 'failed'
    if (settled === this.#wanted.length) return 'ok'
    return this.#served.size === 0 ? 'failed' : 'partial'
  }
}

const productsOf = (reading: Reading, asked: readonly Product[]): Product[] =>
  asked.filter((product) => {
    if (product === 'conditions') return reading.conditions !== undefined
    return product === 'forecast'
      ? reading.forecast !== undefined
      : reading.airQuality !== undefined
  })
