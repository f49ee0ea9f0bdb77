import { beforeEach, describe, expect, it } from 'vitest'
import { unreadTotals, requestTotals } from '../db/queries/provider-usage.ts'
import { providerCircuits, providerLedgers, providerUsage } from '../db/schema/index.ts'
import type { Product } from '../domain/weather/product.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { ProviderChain, Served } from '../domain/provider/provider-chain-port.ts'
import type { Answers, ProviderRequest, WeatherProvider } from '../domain/provider/provider.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { fakeProvider, readingsFor } from '../test/support/providers/fake-provider.ts'
import { keptLog, type KeptLog } from '../test/support/providers/provider-logs.ts'
import { someCities } from '../test/support/data/some-cities.ts'
import { guardAdapter } from './adapter-defect.ts'
import { createProviderChain } from './index.ts'
import { readEach } from './adapters/read-each.ts'

const CITIES = someCities(20)
const BAD = 7
const NOW = new Date('2026-11-22T12:30:30.000Z')

const database = withTestDatabase({ kind: 'embedded', cities: CITIES })
let log: KeptLog

beforeEach(async () => {
  log = keptLog()
  await database.db.delete(providerLedgers)
  await database.db.delete(providerCircuits)
  await database.db.delete(providerUsage)
})

/** The first provider is faulty, the second serves one place a request. */
function chainOf(faulty: Partial<WeatherProvider>): ProviderChain {
  const second = fakeProvider({ id: 'met-norway', maxPlacesPerRequest: 1 })
  const providers = [fakeProvider(faulty), second].map(guardAdapter)
  return createProviderChain({ providers, db: database.db, now: () => NOW, log })
}

const serve = (chain: ProviderChain): Promise<Served[]> => {
  const requests = CITIES.map((place) => ({ place, products: ['conditions'] as const }))
  const { signal } = new AbortController()
  return chain.serve(requests, { priority: 'person', force: false, signal })
}

const FAULTS: readonly [string, () => never][] = [
  ['a RangeError of a date', () => new Date(1e20).toISOString() as never],
  ['a TypeError', () => (undefined as never as { x: { y: never } }).x.y],
  ['a RangeError of a length', () => new Array(-1) as never],
  [
    'what is no Error',
    () => {
      // oxlint-disable-next-line typescript/only-throw-error
      throw 'no error'
    },
  ],
]

const holdsBad = ({ places }: ProviderRequest): boolean => places.some(({ id }) => id === BAD)

describe.each(FAULTS)('an adapter that throws %s', (_, fault) => {
  it('for one of many places in a request costs that place alone, and the next provider is asked', async () => {
    const served = await serve(
      chainOf({
        send: async (request) => (holdsBad(request) ? fault() : readingsFor(request.places)),
      }),
    )
    expect(served.every(({ outcome }) => outcome === 'ok')).toBe(true)
    const bad = served.find(({ cityId }) => cityId === BAD)
    expect(bad?.attempts.map(({ provider, outcome }) => [provider, outcome])).toEqual([
      ['open-meteo', 'schema-mismatch'],
      ['met-norway', 'ok'],
    ])
    expect(served.filter(({ provider }) => provider === 'met-norway')).toHaveLength(1)
  })

  it('for its one place a request is that place’s failure', async () => {
    const served = await serve(
      chainOf({
        maxPlacesPerRequest: 1,
        send: async (request) => (holdsBad(request) ? fault() : readingsFor(request.places)),
      }),
    )
    expect(
      served.filter(({ provider }) => provider === 'met-norway').map(({ cityId }) => cityId),
    ).toEqual([BAD])
  })

  it('when it prices an ask is that ask’s failure', async () => {
    const served = await serve(
      chainOf({
        price: (asks) => {
          if (asks.some(({ place }) => place.id === BAD)) fault()
          return fakeProvider().price(asks)
        },
      }),
    )
    const bad = served.find(({ cityId }) => cityId === BAD)
    expect(bad).toMatchObject({ outcome: 'ok', provider: 'met-norway' })
    expect(bad?.attempts[0]).toMatchObject({ provider: 'open-meteo', outcome: 'schema-mismatch' })
    expect(served.filter(({ provider }) => provider === 'open-meteo')).toHaveLength(19)
  })

  it('when it reads one product keeps the others', () => {
    const products: readonly Product[] = ['conditions', 'forecast']
    const { missing } = readEach(products, (product) => (product === 'forecast' ? fault() : {}))
    expect(missing).toMatchObject([{ products: ['forecast'], error: { kind: 'schema-mismatch' } }])
  })
})

describe('a defect', () => {
  it('is logged with the stack of where it is, and counted as a request that failed', async () => {
    await serve(chainOf({ send: () => Promise.reject(new RangeError('Invalid time value')) }))
    const [line] = log.lines
    expect(line).toMatchObject({
      message: 'an adapter has a defect',
      fields: { provider: 'open-meteo', products: ['conditions'] },
    })
    expect((line!.fields as { err: Error }).err.stack).toContain('adapter-defect.component.test.ts')
    const totals = await requestTotals(database.db)
    const failed = totals.find(({ outcome }) => outcome === 'schema-mismatch')
    expect(failed?.provider).toBe('open-meteo')
    // The request for all, and those that looked for one place to blame.
    expect(failed?.requests).toBe(1 + 10)
    expect(await unreadTotals(database.db)).toContainEqual({
      provider: 'open-meteo',
      defects: 11,
      unknownCodes: 0,
    })
    expect(log.lines).toHaveLength(11)
  })

  it('in one place’s part of an answer is logged too', async () => {
    const answersWithDefect = (request: ProviderRequest): Answers => {
      const answers = new Map(readingsFor(request.places))
      try {
        readEach(['conditions'], () => new Date(1e20).toISOString() as never)
      } catch (error) {
        answers.set(BAD, { kind: 'failed', error: error as ProviderError })
      }
      return answers
    }
    const served = await serve(
      chainOf({ send: (request) => Promise.resolve(answersWithDefect(request)) }),
    )
    expect(served.filter(({ provider }) => provider === 'met-norway')).toHaveLength(1)
    expect(log.lines).toHaveLength(1)
    expect(await unreadTotals(database.db)).toContainEqual({
      provider: 'open-meteo',
      defects: 1,
      unknownCodes: 0,
    })
  })

  it('is not what a caller who went away is', async () => {
    const quitter = new AbortController()
    const adapter = guardAdapter(
      fakeProvider({
        send: () => {
          quitter.abort(new Error('enough'))
          return Promise.reject(quitter.signal.reason as Error)
        },
      }),
    )
    const [request] = adapter.price([{ place: CITIES[0]!, products: ['conditions'] }])
    const sent = adapter.send(request!, { signal: quitter.signal, now: () => NOW })
    await expect(sent).rejects.toThrow('enough')
  })

  it('is not what an adapter names itself', async () => {
    const adapter = guardAdapter(
      fakeProvider({ send: () => Promise.reject(new ProviderError('timeout', 'slow')) }),
    )
    const [request] = adapter.price([{ place: CITIES[0]!, products: ['conditions'] }])
    const sent = adapter.send(request!, { signal: new AbortController().signal, now: () => NOW })
    await expect(sent).rejects.toMatchObject({ kind: 'timeout' })
  })
})
