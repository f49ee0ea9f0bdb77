import { answerFromMemory, validatorsThatHold } from './place-memory.ts'
import { placeMemories } from '../db/queries/places.ts'
import type { CityId } from '../domain/city.ts'
import type { ProviderChain, ChainOptions } from '../domain/provider-chain.ts'
import { PRODUCTS } from '../domain/product.ts'
import type { Ask, PlaceAnswer, PlaceMemory } from '../domain/provider.ts'
import type { Lane, LaneAskOptions } from './lane.ts'
import { OpenWish } from './open-wish.ts'

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
  const providers = lanes.map(({ provider }) => provider)
  return {
    products: PRODUCTS.filter((product) => providers.some((one) => one.products.includes(product))),
    async serve(wishes, options, deliver = () => undefined) {
      const open = wishes.map((wish) => new OpenWish(wish, providers))
      const untold = new Set(open)
      const tell = (wish: OpenWish): void => {
        if (untold.delete(wish)) deliver(wish.result())
      }
      const isAlone = wishes.length === 1 && options.priority === 'schedule'
      const lingerMs = isAlone ? COMPANY_MS : 0
      for (const [index, lane] of lanes.entries()) {
        const later = lanes.slice(index + 1)
        const asked = open.filter((wish) => wish.for(lane.provider).length > 0)
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
            const goesOn = () => later.some((other) => wish.for(other.provider).length > 0)
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
  const wanted = wish.for(lane.provider)
  const remembered = memory && answerFromMemory(lane, memory, wanted, options.force, now())
  if (remembered) {
    wish.take(lane.provider, wanted, remembered)
    return
  }
  let known = memory && validatorsThatHold(memory, wanted, now())
  for (let step = 1; ; step++) {
    const products = wish.for(lane.provider)
    const ask: Ask = { place: wish.place, products, ...(known && { memory: known }) }
    const answer = await lane.ask(ask, options)
    wish.take(lane.provider, products, answer)
    const isOver = wish.for(lane.provider).length === 0 || step === MOST_STEPS
    if (isOver || !taught(answer)) return
    known = { ...known, ...answer.memory }
  }
}

/** Whether what the answer taught lets the same provider be asked for more. */
const taught = (answer: PlaceAnswer): boolean =>
  answer.kind === 'learned' || (answer.kind === 'reading' && answer.learned === true)
