import type { Queryable } from '../db/database.ts'
import { closeCircuits, openCircuits } from '../db/queries/provider-circuits.ts'
import { release } from '../db/queries/provider-pauses.ts'
import type { Place } from '../domain/city/city.ts'
import { circuitText } from '../domain/provider/circuit.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { PlaceAnswer, PlaceMemory, WeatherProvider } from '../domain/provider/provider.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import type { ProviderTest } from '../domain/provider/provider-test.ts'
import type { Product } from '../domain/weather/product.ts'
import { createMeteredProvider, type MeteredProvider } from './metered-provider.ts'
import type { ProviderLog } from './provider-log.ts'

/** As the chain does for a place that it knows nothing of. */
const MAX_STEPS = 9

/** A person waits. */
const MAX_QUOTA_WAIT_MS = 5_000
const TEST_MS = 30_000

export interface TesterDeps {
  readonly adapters: readonly WeatherProvider[]
  readonly db: Queryable
  readonly now: () => Date
  readonly log: ProviderLog
}

export type TestProvider = (
  id: ProviderId,
  place: Place,
  product?: Product,
) => Promise<ProviderTest>

/**
 * Sends a provider one real request for a place, charged like any other, also while it is paused: to
 * see whether it works again. A success ends what kept others from asking it.
 */
export function createProviderTester({ adapters, db, now, log }: TesterDeps): TestProvider {
  const metered = new Map(
    adapters.map((provider) => [provider.id, createMeteredProvider({ provider, db, log })]),
  )
  return async (id, place, asked) => {
    const provider = adapters.find((one) => one.id === id)
    const sender = metered.get(id)
    if (!provider || !sender) throw new Error(`${id} cannot be used here`)
    const product = asked ?? provider.products[0] ?? 'conditions'
    const startedMs = performance.now()
    const tested = await askOnce({ provider, sender, place, product, now })
    const durationMs = Math.round(performance.now() - startedMs)
    const base = { provider: id, product, weight: tested.weight, durationMs }
    if (tested.error) {
      const { kind: outcome, message } = tested.error
      return { ...base, outcome, message, temperatureC: null, validAt: null, released: [] }
    }
    const { conditions } = tested
    return {
      ...base,
      outcome: 'ok',
      message: null,
      temperatureC: conditions?.temperatureC ?? null,
      validAt: conditions?.validAt.toISOString() ?? null,
      released: await releaseAll(db, id, product, now()),
    }
  }
}

/** What the success has shown to be over: a pause, a refused key, and what its product's endpoints had. */
async function releaseAll(
  db: Queryable,
  id: ProviderId,
  product: Product,
  at: Date,
): Promise<string[]> {
  const endpoints = (await openCircuits(db))
    .filter((one) => one.provider === id && one.endpoint.split('+').includes(product))
    .map(({ endpoint }) => endpoint)
  const closed = endpoints.length > 0 ? await closeCircuits(db, id, endpoints, at) : []
  return [...(await release(db, id)), ...closed.map(circuitText)]
}

interface Asked {
  readonly provider: WeatherProvider
  readonly sender: MeteredProvider
  readonly place: Place
  readonly product: Product
  readonly now: () => Date
}

interface Tested {
  readonly weight: number
  readonly error?: ProviderError
  readonly conditions?: { readonly temperatureC: number | null; readonly validAt: Date } | undefined
}

async function askOnce({ provider, sender, place, product, now }: Asked): Promise<Tested> {
  const signal = AbortSignal.timeout(TEST_MS)
  let memory: PlaceMemory | undefined
  let weight = 0
  for (let step = 1; step <= MAX_STEPS; step++) {
    const [request] = provider.price([{ place, products: [product], ...(memory && { memory }) }])
    if (!request) break
    let answer: PlaceAnswer | undefined
    try {
      const options = { signal, now, maxQuotaWaitMs: MAX_QUOTA_WAIT_MS, isTest: true }
      answer = (await sender.send(request, options)).get(place.id)
      weight += request.weight
    } catch (error) {
      if (error instanceof ProviderError) return { weight, error }
      throw error
    }
    if (answer?.kind === 'failed') return { weight, error: answer.error }
    if (answer?.kind !== 'learned') return { weight, conditions: conditionsIn(answer) }
    memory = { ...memory, ...answer.memory }
  }
  const error = new ProviderError('place-missing', `${provider.id} gave no answer for the place`)
  return { weight, error }
}

const conditionsIn = (answer: PlaceAnswer | undefined): Tested['conditions'] =>
  answer?.kind === 'reading' ? answer.reading.conditions : undefined
