import { answerFromMemory, validatorsThatHold } from './place-memory.ts'
import { placeMemories } from '../db/queries/places.ts'
import type { Attempt } from '../domain/attempt.ts'
import type { CityId, Place } from '../domain/city.ts'
import type { CityOutcome } from '../domain/outcome.ts'
import type { ProviderChain, Served, Wish, ChainOptions } from '../domain/provider-chain.ts'
import type { Product } from '../domain/product.ts'
import type {
  Ask,
  PlaceAnswer,
  PlaceMemory,
  ProviderId,
  WeatherProvider,
} from '../domain/provider.ts'
import type { Reading } from '../domain/reading.ts'
import type { Lane, LaneAskOptions } from './lane.ts'

/** A place is asked about in at most so many steps at one provider: grid, stations, each station. */
const MOST_STEPS = 9

/** The last provider that could serve may make an ask wait for the next minute's quota. */
const LAST_CHANCE_PATIENCE_MS = 65_000

/** A city that a run asks for by itself waits so long for others to share a request with. */
const COMPANY_MS = 150

type Db = Parameters<typeof placeMemories>[0]

/** Asks the providers in order, each only for what the ones before it left open. */
export function createChain(deps: {
  lanes: readonly Lane[]
  db: Db
  now: () => Date
}): ProviderChain {
  const { lanes, db, now } = deps
  return {
    async serve(wishes, options, deliver = () => undefined) {
      const open = wishes.map((wish) => new OpenWish(wish))
      const untold = new Set(open)
      const tell = (wish: OpenWish): void => {
        if (untold.delete(wish)) deliver(wish.result())
      }
      const isAlone = wishes.length === 1 && options.priority === 'schedule'
      const lingerMs = isAlone ? COMPANY_MS : 0
      for (const [index, lane] of lanes.entries()) {
        const later = lanes.slice(index + 1)
        const asked = open.filter((wish) => wish.for(lane).length > 0)
        if (asked.length === 0) continue
        const memories = lane.provider.remembersPlaces
          ? await placeMemories(
              db,
              lane.provider.id,
              asked.map(({ place }) => place.id),
            )
          : new Map<CityId, PlaceMemory>()
        await Promise.all(
          asked.map(async (wish) => {
            const goesOn = () => later.some((other) => wish.for(other).length > 0)
            const patienceMs = goesOn() ? 0 : LAST_CHANCE_PATIENCE_MS
            const memory = memories.get(wish.place.id)
            await askLane(lane, wish, memory, { ...options, patienceMs, lingerMs }, now)
            if (!goesOn()) tell(wish)
          }),
        )
      }
      for (const wish of open) tell(wish)
      return open.map((wish) => wish.result())
    },
  }
}

async function askLane(
  lane: Lane,
  wish: OpenWish,
  memory: PlaceMemory | undefined,
  options: ChainOptions & LaneAskOptions,
  now: () => Date,
): Promise<void> {
  const wanted = wish.for(lane)
  const remembered = memory && answerFromMemory(lane, memory, wanted, options.force, now())
  if (remembered) {
    wish.take(lane, wanted, remembered)
    return
  }
  let known = memory && validatorsThatHold(memory, wanted, now())
  for (let step = 1; ; step++) {
    const products = wish.for(lane)
    const ask: Ask = { place: wish.place, products, ...(known && { memory: known }) }
    const answer = await lane.ask(ask, options)
    wish.take(lane, products, answer)
    const isOver = wish.for(lane).length === 0 || step === MOST_STEPS
    if (isOver || !taught(answer)) return
    known = { ...known, ...answer.memory }
  }
}

/** Whether what the answer taught lets the same provider be asked for more. */
const taught = (answer: PlaceAnswer): boolean =>
  answer.kind === 'learned' || (answer.kind === 'reading' && answer.learned === true)

/** A wish, less what has been served of it. */
class OpenWish {
  readonly place: Place
  readonly #wanted: readonly Product[]
  readonly #served = new Map<Product, ProviderId>()
  readonly #unchanged: Product[] = []
  readonly #attempts: Attempt[] = []
  readonly #memories: Partial<Record<ProviderId, PlaceMemory>> = {}
  #reading: Reading = {}

  constructor({ place, products }: Wish) {
    this.place = place
    this.#wanted = products
  }

  /** The products still open that this lane's provider has for this place. */
  for({ provider }: Lane): Product[] {
    if (!provider.covers(this.place)) return []
    return this.#wanted.filter(
      (product) => !this.#served.has(product) && provider.products.includes(product),
    )
  }

  take({ provider }: Lane, products: readonly Product[], answer: PlaceAnswer): void {
    this.#remember(provider, products, answer)
    if (answer.kind === 'learned') return
    if (answer.kind === 'failed') {
      const { kind, message, retryAfterMs } = answer.error
      const retry = retryAfterMs === undefined ? {} : { retryAfterMs }
      this.#attempts.push({ provider: provider.id, products, outcome: kind, message, ...retry })
      return
    }
    const got = answer.kind === 'reading' ? productsOf(answer.reading, products) : products
    for (const product of got) this.#served.set(product, provider.id)
    if (answer.kind === 'unchanged') this.#unchanged.push(...got)
    if (answer.kind === 'reading') this.#reading = { ...answer.reading, ...this.#reading }
    const outcome = answer.kind === 'reading' ? 'ok' : answer.kind
    this.#attempts.push({ provider: provider.id, products: got, outcome })
  }

  #remember(
    { id, remembersPlaces }: WeatherProvider,
    products: readonly Product[],
    answer: PlaceAnswer,
  ): void {
    if (!answer.memory || !remembersPlaces) return
    const stored = answer.kind === 'reading' ? { products } : {}
    this.#memories[id] = { ...this.#memories[id], ...answer.memory, ...stored }
  }

  result(): Served {
    const first = this.#wanted.find((product) => this.#served.has(product))
    const lead = this.#served.has('conditions') ? 'conditions' : first
    return {
      cityId: this.place.id,
      outcome: this.#outcome(),
      provider: lead === undefined ? null : (this.#served.get(lead) ?? null),
      reading: this.#reading,
      unchanged: this.#unchanged,
      attempts: this.#attempts,
      memories: this.#memories,
    }
  }

  #outcome(): CityOutcome {
    if (this.#served.size === 0) return 'failed'
    return this.#served.size === this.#wanted.length ? 'ok' : 'partial'
  }
}

const productsOf = (reading: Reading, asked: readonly Product[]): Product[] =>
  asked.filter((product) => {
    if (product === 'conditions') return reading.conditions !== undefined
    return product === 'forecast'
      ? reading.forecast !== undefined
      : reading.airQuality !== undefined
  })
