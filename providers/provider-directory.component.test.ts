import { beforeEach, describe, expect, it, vi } from 'vitest'
import { changeProvider } from '../db/queries/provider-controls.ts'
import { ledgerOf } from '../db/queries/provider-ledgers.ts'
import { park } from '../db/queries/provider-pauses.ts'
import { providerControls, providerLedgers } from '../db/schema/index.ts'
import type { ProviderChange } from '../domain/provider/provider-change.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { WeatherProvider } from '../domain/provider/provider.ts'
import { installed } from '../test/support/api/installed.ts'
import { someCities } from '../test/support/data/some-cities.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { fakeProvider, readingsFor } from '../test/support/providers/fake-provider.ts'
import { NO_LOG } from '../test/support/providers/provider-logs.ts'
import { createProviderChain, ProviderDirectory } from './index.ts'
import { createProviderTester } from './provider-tester.ts'

const NOW = new Date('2026-11-22T12:30:30.000Z')
const INSTALLED = installed({ 'open-meteo': [], 'met-norway': [] })
const now = () => NOW

const database = withTestDatabase({ kind: 'embedded' })

beforeEach(async () => {
  await database.db.delete(providerControls)
  await database.db.delete(providerLedgers)
})

/** A process of its own: it knows of changes only what the database says. */
function process() {
  const directory = new ProviderDirectory({ db: database.db, installed: INSTALLED, keptMs: 0 })
  const sent: ProviderId[] = []
  const provider = (id: ProviderId): WeatherProvider => {
    const send: WeatherProvider['send'] = ({ places }) => {
      sent.push(id)
      return Promise.resolve(readingsFor(places))
    }
    const fake = fakeProvider({ id, send })
    return {
      ...fake,
      get quota() {
        return directory.limitsOf(id).quota
      },
      get maxPlacesPerRequest() {
        return directory.limitsOf(id).maxPlacesPerRequest
      },
    }
  }
  const providers = (['open-meteo', 'met-norway', 'nws'] as const).map(provider)
  const chain = createProviderChain({ providers, directory, db: database.db, now, log: NO_LOG })
  return {
    chain,
    async asked(cities = 1): Promise<ProviderId[]> {
      sent.length = 0
      const { signal } = new AbortController()
      const requests = someCities(cities).map((place) => ({
        place,
        products: ['conditions'] as const,
      }))
      await chain.serve(requests, { priority: 'person', force: true, signal })
      return [...sent]
    },
  }
}

const change = (provider: ProviderId, asked: ProviderChange) =>
  changeProvider(database.db, INSTALLED, {
    provider,
    change: asked,
    changedBy: 'test',
    at: NOW,
  })

describe('a change at run time', () => {
  it('of order and use is followed by every process, without a restart', async () => {
    const processes = [process(), process()]
    for (const { asked } of processes) expect(await asked()).toEqual(['open-meteo'])
    await change('nws', { isEnabled: true, priority: 1 })
    for (const { asked } of processes) expect(await asked()).toEqual(['nws'])
    await change('nws', { isEnabled: false })
    await change('open-meteo', { isEnabled: false })
    for (const { asked } of processes) expect(await asked()).toEqual(['met-norway'])
  })

  it('of a limit counts for the next request, and so does taking it back', async () => {
    const { asked } = process()
    await change('open-meteo', { limits: { quota: [{ window: 'day', limit: 1 }] } })
    expect(await asked()).toEqual(['open-meteo'])
    expect(await asked()).toEqual(['met-norway'])
    await change('open-meteo', { limits: { quota: [{ window: 'day', limit: 2 }] } })
    expect(await asked()).toEqual(['open-meteo'])
    expect(await asked()).toEqual(['met-norway'])
    await change('open-meteo', { limits: null })
    expect(await asked()).toEqual(['open-meteo'])
    expect(await ledgerOf(database.db, 'open-meteo')).toMatchObject({ dayUsed: 3 })
  })

  it('of the places in a request is seen in the next batch', async () => {
    const { asked } = process()
    expect(await asked(4)).toEqual(['open-meteo'])
    await change('open-meteo', { limits: { placesPerRequest: 2 } })
    expect(await asked(4)).toEqual(['open-meteo', 'open-meteo'])
  })
})

describe('a test of a provider', () => {
  const send = vi.fn<WeatherProvider['send']>()
  const test = () => {
    const adapters = [fakeProvider({ send, quota: [] })]
    return createProviderTester({ adapters, db: database.db, now, log: NO_LOG })
  }
  const [place] = someCities(1)

  it('is one request that is charged, also while it is paused, and ends the pause', async () => {
    send.mockImplementation(({ places }) => Promise.resolve(readingsFor(places)))
    await test()('open-meteo', place!)
    const until = new Date(NOW.getTime() + 60_000)
    await park(database.db, { provider: 'open-meteo', until, reason: 'unauthorized: wrong key' })
    const tested = await test()('open-meteo', place!)
    expect(tested).toMatchObject({
      outcome: 'ok',
      weight: 1,
      temperatureC: 12,
      released: ['unauthorized: wrong key'],
    })
    expect(send).toHaveBeenCalledTimes(2)
    expect(await ledgerOf(database.db, 'open-meteo')).toMatchObject({
      dayUsed: 2,
      parkedUntil: null,
    })
  })

  it('that fails says why, and ends nothing', async () => {
    send.mockRejectedValue(new ProviderError('unauthorized', 'the key is refused'))
    expect(await test()('open-meteo', place!)).toMatchObject({
      outcome: 'unauthorized',
      message: 'the key is refused',
      released: [],
    })
    expect((await ledgerOf(database.db, 'open-meteo'))?.parkedUntil).not.toBeNull()
  })
})
