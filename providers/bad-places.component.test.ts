import { beforeEach, expect, it } from 'vitest'
import { saveRefreshes } from '../db/queries/save-refreshes.ts'
import { providerCircuits, providerLedgers, providerPlaces } from '../db/schema/index.ts'
import type { CityId } from '../domain/city/city.ts'
import type { Product } from '../domain/weather/product.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { Served } from '../domain/provider/provider-chain-port.ts'
import type { ProviderRequest } from '../domain/provider/provider.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { fakeProvider, readingOf } from '../test/support/providers/fake-provider.ts'
import { idsOf } from '../test/support/providers/fake-metered-provider.ts'
import { NO_LOG } from '../test/support/providers/provider-logs.ts'
import { someCities } from '../test/support/data/some-cities.ts'
import { createProviderChain } from './index.ts'

const CITIES = someCities(100)
const START = new Date('2026-11-22T12:30:30.000Z')
const HOUR_MS = 3_600_000
const BOTH: readonly Product[] = ['conditions', 'forecast']

const database = withTestDatabase({ kind: 'embedded', cities: CITIES })
let clock = START

beforeEach(async () => {
  clock = START
  await database.db.delete(providerLedgers)
  await database.db.delete(providerCircuits)
  await database.db.delete(providerPlaces)
})

/** Its first provider refuses any request for these products that holds a bad place. */
function installation(id: ProviderId, bad: readonly CityId[], badFor: readonly Product[] = BOTH) {
  const sent: ProviderRequest[] = []
  const first = fakeProvider({
    id,
    products: BOTH,
    price: (asks) =>
      BOTH.filter((product) => asks[0]?.products.includes(product)).map((product) => {
        const places = asks.map(({ place }) => place)
        return { url: `https://example.org/${product}`, weight: 1, places, products: [product] }
      }),
    send: async (request) => {
      sent.push(request)
      const isBad = idsOf(request).some((one) => bad.includes(one))
      const isRefused = isBad && request.products.some((product) => badFor.includes(product))
      if (isRefused) throw new ProviderError('rejected', 'some place is bad')
      return new Map(request.places.map((place) => [place.id, readingOf(request.products)]))
    },
  })
  const second = fakeProvider({
    id: 'met-norway',
    products: BOTH,
    maxPlacesPerRequest: 1,
    send: async ({ places, products }) =>
      new Map(places.map((place) => [place.id, readingOf(products)])),
  })
  const providers = [first, second]
  return {
    /** Serves all and stores it; which requests the first provider saw. */
    async run({
      force = false,
      products = BOTH,
    }: { force?: boolean; products?: readonly Product[] } = {}) {
      sent.length = 0
      const chain = createProviderChain({
        providers,
        db: database.db,
        now: () => clock,
        log: NO_LOG,
      })
      const requests = CITIES.map((place) => ({ place, products }))
      const { signal } = new AbortController()
      const served = await chain.serve(requests, { priority: 'person', force, signal })
      await saveRefreshes(
        database.db,
        served.map((one) => ({ ...one, runId: 'run', at: clock })),
      )
      return { served, sent: [...sent] }
    },
  }
}

const servedBy = (served: readonly Served[], id: ProviderId): number =>
  served.filter(({ provider }) => provider === id).length

it.each(['open-meteo', 'openweathermap', 'weatherapi'] as const)(
  '%s serves all but the bad places, which are not sent to it again for a day',
  async (id) => {
    const bad = [12, 88]
    const { run } = installation(id, bad)
    const first = await run()
    expect(servedBy(first.served, id)).toBe(98)
    expect(servedBy(first.served, 'met-norway')).toBe(2)
    clock = new Date(START.getTime() + HOUR_MS)
    const second = await run()
    expect(second.sent.map(({ places }) => places.length)).toEqual([98, 98])
    expect(servedBy(second.served, id)).toBe(98)
    const spared = second.served.find(({ cityId }) => cityId === 12)
    expect(spared?.attempts.map(({ provider, outcome }) => [provider, outcome])).toEqual([
      [id, 'rejected'],
      ['met-norway', 'ok'],
    ])
    clock = new Date(START.getTime() + 25 * HOUR_MS)
    expect((await run()).sent[0]?.places).toHaveLength(100)
  },
)

it.each([[[1, 50, 99]], [[7, 8, 33, 70, 100]]])(
  'bad places %j leave all the others served there, also for who insists',
  async (bad) => {
    const { run } = installation('open-meteo', bad)
    expect(servedBy((await run({ force: true })).served, 'open-meteo')).toBe(100 - bad.length)
    expect((await run({ force: true })).sent.map(({ places }) => places.length)).toEqual([
      100 - bad.length,
      100 - bad.length,
    ])
  },
)

it('a place that is bad for one product is still sent for the others', async () => {
  const conditions = installation('open-meteo', [5], ['conditions'])
  await conditions.run()
  const next = await conditions.run()
  expect(next.sent.map(({ products, places }) => [products[0], places.length])).toEqual([
    ['conditions', 99],
    ['forecast', 99],
    ['forecast', 1],
  ])
})

it('what is learned of one product is kept when another shows to be bad later', async () => {
  const { run } = installation('open-meteo', [5])
  await run({ products: ['conditions'] })
  await run({ products: ['forecast'] })
  const next = await run()
  expect(next.sent.map(({ products, places }) => [products[0], places.length])).toEqual([
    ['conditions', 99],
    ['forecast', 99],
  ])
})

it('a request that is refused as a whole makes no place bad', async () => {
  const { run } = installation(
    'open-meteo',
    CITIES.map(({ id }) => id),
  )
  const { served, sent } = await run({ products: ['conditions'] })
  expect(servedBy(served, 'met-norway')).toBe(100)
  expect(sent).toHaveLength(15)
  expect(await database.db.$count(providerPlaces)).toBe(0)
})
