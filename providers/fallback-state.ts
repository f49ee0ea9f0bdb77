import type { Attempt } from '../domain/provider/attempt.ts'
import type { Place } from '../domain/city/city.ts'
import type { CityOutcome } from '../domain/provider/outcome.ts'
import type { Product } from '../domain/weather/product.ts'
import type { ProviderError } from '../domain/provider/provider-error.ts'
import type { Served } from '../domain/provider/provider-chain-port.ts'
import type {
  PlaceAnswer,
  PlaceMemory,
  PlaceReading,
  PlaceRequest,
  WeatherProvider,
} from '../domain/provider/provider.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import { outsideText } from '../domain/text/printable-text.ts'
import type { Discarded, Reading } from '../domain/weather/reading.ts'
import { mergeMemories } from './place-memory.ts'

interface SecondChoice {
  readonly provider: WeatherProvider
  readonly products: readonly Product[]
  readonly answer: PlaceReading
}

/** What is served and what is missing of a place request. Products that no provider offers for the place do not count. */
export class FallbackState {
  readonly place: Place
  readonly #offering: readonly WeatherProvider[]
  readonly #wanted: readonly Product[]
  readonly #served = new Map<Product, ProviderId>()
  /** The providers that said so, by product. */
  readonly #notCovered = new Map<Product, Set<ProviderId>>()
  readonly #unchanged: Product[] = []
  readonly #attempts: Attempt[] = []
  readonly #memories: Partial<Record<ProviderId, PlaceMemory>> = {}
  /** Readings to be taken where no later provider answers, in the order in which they came. */
  #secondChoices: SecondChoice[] = []
  #reading: Reading = {}

  constructor(
    { place, products, without = [] }: PlaceRequest,
    providers: readonly WeatherProvider[],
  ) {
    this.place = place
    this.#offering = providers.filter(
      (provider) => provider.covers(place) && !without.includes(provider.id),
    )
    this.#wanted = products.filter((product) =>
      this.#offering.some((provider) => provider.products.includes(product)),
    )
  }

  /** The missing products that this provider offers for the place. */
  missingFrom(provider: WeatherProvider): Product[] {
    if (!this.#offering.includes(provider)) return []
    return this.#wanted.filter(
      (product) => !this.#served.has(product) && provider.products.includes(product),
    )
  }

  /** Whether some of what a provider would serve is missing because earlier ones did not. */
  isMissedBy(earlier: readonly WeatherProvider[], provider: WeatherProvider): boolean {
    const missing = this.missingFrom(provider)
    return earlier.some((one) => missing.some((product) => this.missingFrom(one).includes(product)))
  }

  /** Whether every product that is missing has one. */
  hasSecondChoice(): boolean {
    const missing = this.#wanted.filter((product) => !this.#served.has(product))
    const has = (product: Product) =>
      this.#secondChoices.some(({ products }) => products.includes(product))
    return missing.length > 0 && missing.every(has)
  }

  record(provider: WeatherProvider, products: readonly Product[], answer: PlaceAnswer): void {
    const isSecondChoice = answer.kind === 'reading' && answer.isSecondChoice === true
    this.#remember(provider, isSecondChoice ? [] : products, answer)
    if (answer.kind === 'learned') return
    if (answer.kind === 'failed') {
      this.#fail(provider, products, answer.error)
      return
    }
    if (answer.kind === 'reading') {
      if (isSecondChoice) this.#secondChoices.push({ provider, products, answer })
      else this.#recordReading(provider, products, answer)
      return
    }
    if (answer.kind === 'unchanged') this.#unchanged.push(...products)
    this.#succeed(provider, products, { outcome: answer.kind })
  }

  #recordReading(
    provider: WeatherProvider,
    products: readonly Product[],
    { reading, missing = [], discarded = [] }: PlaceReading,
  ): void {
    this.#reading = { ...reading, ...this.#reading }
    const message = discarded.length > 0 && { message: leftOut(discarded) }
    this.#succeed(provider, productsOf(reading, products), { outcome: 'ok', ...message })
    for (const { products: absent, error } of missing) this.#fail(provider, absent, error)
  }

  #succeed(
    { id }: WeatherProvider,
    products: readonly Product[],
    attempt: Pick<Attempt, 'outcome' | 'message'>,
  ): void {
    for (const product of products) this.#served.set(product, id)
    this.#attempts.push({ provider: id, products, ...attempt })
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

  #remember({ id }: WeatherProvider, products: readonly Product[], answer: PlaceAnswer): void {
    if (!answer.memory) return
    const isStored = answer.kind === 'reading' && products.length > 0
    const stored = isStored && { products: productsOf(answer.reading, products) }
    this.#memories[id] = mergeMemories(this.#memories[id], { ...answer.memory, ...stored })
  }

  /** Final: what no provider has answered is taken from the second choices. */
  result(): Served {
    this.#takeSecondChoices()
    const absent = this.#wanted.filter((product) => this.#isAbsent(product))
    const outcome = this.#outcome(absent)
    return {
      cityId: this.place.id,
      outcome,
      provider: outcome === 'failed' ? null : this.#lead(),
      reading: this.#reading,
      unchanged: [...this.#unchanged, ...absent],
      attempts: this.#attempts,
      memories: this.#memories,
    }
  }

  #takeSecondChoices(): void {
    for (const { provider, products, answer } of this.#secondChoices.splice(0)) {
      const open = products.filter((product) => !this.#served.has(product))
      if (open.length === 0) continue
      this.#remember(provider, open, answer)
      this.#recordReading(provider, open, answer)
    }
  }

  /** The provider of the conditions, else of the first product that was served. */
  #lead(): ProviderId | null {
    const first = this.#wanted.find((product) => this.#served.has(product))
    const lead = this.#served.has('conditions') ? 'conditions' : first
    return lead === undefined ? null : (this.#served.get(lead) ?? null)
  }

  /** No provider covers the place for it. Without conditions a city has failed instead. */
  #isAbsent(product: Product): boolean {
    if (product === 'conditions' || this.#served.has(product)) return false
    const saidNo = this.#notCovered.get(product)
    if (!saidNo) return false
    return this.#offering.every(({ id, products }) => !products.includes(product) || saidNo.has(id))
  }

  /** Air quality without conditions is no refresh. */
  #outcome(absent: readonly Product[]): CityOutcome {
    if (this.#wanted.includes('conditions') && !this.#served.has('conditions')) return 'failed'
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

/** Field names and units come from the provider. */
const leftOut = (discarded: readonly Discarded[]): string =>
  outsideText(`left out: ${discarded.map(({ field, reason }) => `${field} ${reason}`).join('; ')}`)
