import type { Queryable } from '../db/database.ts'
import { latestMoments } from '../db/queries/latest-conditions.ts'
import { placeMemories } from '../db/queries/provider-places.ts'
import type { CityId } from '../domain/city/city.ts'
import { isPlanned } from '../domain/plan/planned-provider.ts'
import { inTurn } from '../domain/provider/chain-order.ts'
import type { ChainOptions, ProviderChain, Served } from '../domain/provider/provider-chain-port.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import type { PlaceAnswer, PlaceMemory, PlaceRequest } from '../domain/provider/provider.ts'
import { PRODUCTS } from '../domain/weather/product.ts'
import {
  answerFromMemory,
  refusedBefore,
  refusedProducts,
  validatorsThatHold,
  withRefusalsOf,
} from './place-memory.ts'
import { DATABASE_MAX_WAIT_MS, whileDatabaseIsAway } from './database-away.ts'
import type { FallbackState } from './fallback-state.ts'
import { OpenRequests } from './open-requests.ts'
import type { ProviderDirectory } from './provider-directory.ts'
import type { Lane, LaneOptions } from './lane-port.ts'

/** Steps of one place at one provider: grid, height, list, five stations, and back to one without a sky. */
const MAX_STEPS = 9

/** At the last provider that can serve it, a request may wait for the next minute's quota. */
const LAST_CHANCE_MAX_QUOTA_WAIT_MS = 65_000

/** A scheduled request for a single city waits this long for others to share its batch. */
const SINGLE_CITY_LINGER_MS = 150

/** What is in use at the moment. */
export type Directory = Pick<ProviderDirectory, 'order' | 'refresh'>

export interface ChainDeps {
  readonly lanes: readonly Lane[]
  /** Which are in use, and in which order; all of them as they stand without it. */
  readonly directory?: Directory
  readonly db: Queryable
  readonly now: () => Date
}

type Deliver = (served: Served) => void

/** Tries the providers in order, each only for the products that the ones before it left open. */
export function createChain(deps: ChainDeps): ProviderChain {
  const { lanes, directory } = deps
  const lanesInUse = (): readonly Lane[] => {
    if (!directory) return lanes
    return directory.order.flatMap((id) => lanes.find(({ provider }) => provider.id === id) ?? [])
  }
  return {
    get products() {
      const products = new Set(lanesInUse().flatMap(({ provider }) => provider.products))
      return PRODUCTS.filter((product) => products.has(product))
    },
    async serve(requests, options, deliver = () => undefined) {
      await directory?.refresh()
      const groups = [...byFirst(requests)].map(([first, some]) =>
        serveInOrder(deps, withFirst(lanesInUse(), first), some, options, deliver),
      )
      // None may go on behind a fault of another.
      await Promise.allSettled(groups)
      return (await Promise.all(groups)).flat()
    },
  }
}

async function serveInOrder(
  deps: ChainDeps,
  lanes: readonly Lane[],
  requests: readonly PlaceRequest[],
  options: ChainOptions,
  deliver: Deliver,
): Promise<Served[]> {
  const providers = lanes.map(({ provider }) => provider)
  const states = new OpenRequests(requests, providers, deliver)
  const isAlone = requests.length === 1 && options.priority === 'schedule'
  const lingerMs = isAlone ? SINGLE_CITY_LINGER_MS : 0
  for (const [index, lane] of lanes.entries()) {
    const later = providers.slice(index + 1)
    const open = states.openFor(lane.provider)
    if (open.length === 0) continue
    const earlier = providers.slice(0, index).filter((provider) => isPlanned(provider))
    const ceilingOf = (state: FallbackState) =>
      state.isMissedBy(earlier, lane.provider) ? options.ceilings?.[lane.provider.id] : undefined
    const { memories, moments } = await storedOf(deps.db, lane, open, options.signal)
    await states.tryEach(open, later, async (state, isLastChance) => {
      const waits = isLastChance && options.waitsForQuota !== false
      const maxQuotaWaitMs = waits ? LAST_CHANCE_MAX_QUOTA_WAIT_MS : 0
      const memory = memories.get(state.place.id)
      const storedAt = moments.get(state.place.id)
      const ceiling = ceilingOf(state)
      const known = { ...options, maxQuotaWaitMs, lingerMs, storedAt, ceiling }
      await serveFrom(lane, state, memory, known, deps.now)
    })
    options.signal.throwIfAborted()
  }
  return states.results()
}

/** What is stored of the places of a provider, and from when where that can be newer than its answer. */
async function storedOf(
  db: Queryable,
  { provider }: Lane,
  states: readonly FallbackState[],
  signal: AbortSignal,
) {
  const ids = states.map(({ place }) => place.id)
  const read = <Rows>(rows: () => Promise<Rows>): Promise<Rows> =>
    whileDatabaseIsAway(rows, { maxWaitMs: DATABASE_MAX_WAIT_MS, signal })
  const memories = await read(() => placeMemories(db, provider.id, ids))
  // Stations report at moments of their own, the models always of the present.
  const moments =
    provider.isSparse === true ? await read(() => latestMoments(db, ids)) : new Map<CityId, Date>()
  return { memories, moments }
}

function byFirst(requests: readonly PlaceRequest[]) {
  const groups = new Map<ProviderId | undefined, PlaceRequest[]>()
  for (const request of requests) {
    const group = groups.get(request.first)
    if (group) group.push(request)
    else groups.set(request.first, [request])
  }
  return groups
}

function withFirst(lanes: readonly Lane[], first: ProviderId | undefined): readonly Lane[] {
  const lane = lanes.find(({ provider }) => provider.id === first)
  return inTurn(lanes, lane, ({ provider }) => isPlanned(provider))
}

async function serveFrom(
  lane: Lane,
  state: FallbackState,
  memory: PlaceMemory | undefined,
  options: ChainOptions & LaneOptions & { readonly storedAt: Date | undefined },
  now: () => Date,
): Promise<void> {
  const { provider } = lane
  const refused = refusedProducts(memory, state.missingFrom(provider), now())
  if (refused.length > 0) state.record(provider, refused, refusedBefore(lane))
  const missing = () => state.missingFrom(provider).filter((product) => !refused.includes(product))
  const wanted = missing()
  if (wanted.length === 0) return
  const remembered = memory && answerFromMemory(lane, memory, wanted, options.force, now())
  if (remembered) {
    state.record(provider, wanted, remembered)
    return
  }
  let known = memory && validatorsThatHold(memory, wanted, now())
  for (let step = 1; ; step++) {
    const products = missing()
    const request: PlaceRequest = { place: state.place, products, ...(known && { memory: known }) }
    const answer = withRefusalsOf(
      memory,
      behindStored(await lane.send(request, options), options.storedAt),
    )
    state.record(provider, products, answer)
    if (missing().length === 0 || step === MAX_STEPS || !leadsOn(answer)) return
    known = { ...known, ...answer.memory }
  }
}

/** Older conditions than those that are served would not be served: a second choice. */
function behindStored(answer: PlaceAnswer, storedAt: Date | undefined): PlaceAnswer {
  if (answer.kind !== 'reading' || storedAt === undefined) return answer
  const { conditions } = answer.reading
  return conditions && conditions.validAt < storedAt ? { ...answer, isSecondChoice: true } : answer
}

/** Whether the answer holds what another request to the same provider needs. */
const leadsOn = (answer: PlaceAnswer): boolean =>
  answer.kind === 'learned' || (answer.kind === 'reading' && answer.learned === true)
