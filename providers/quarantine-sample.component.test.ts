import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCircuits } from '../db/queries/provider-circuits.ts'
import type { ProviderError } from '../domain/provider/provider-error.ts'
import { someCities } from '../test/support/data/some-cities.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { NO_LOG } from '../test/support/providers/provider-logs.ts'
import { startProviderStub, type ProviderStub } from '../test/support/providers/provider-stub.ts'
import { createHttpClient, type HttpClient } from './http-client.ts'
import { createProvider } from './index.ts'
import { createMeteredProvider } from './metered-provider.ts'

const KEY = 'planted-key-0123456789'
const NOW = new Date('2026-11-22T12:30:30.000Z')

const database = withTestDatabase({ kind: 'embedded' })
let stub: ProviderStub
let http: HttpClient

beforeAll(async () => {
  // A field that was renamed, in an answer that repeats our query.
  stub = await startProviderStub((url) => ({ body: { main: { temp_c: 3 }, cod: 200, asked: url } }))
  http = createHttpClient({ userAgent: 'weather247/test ops@example.org' })
})
afterAll(async () => {
  await http.close()
  await stub.close()
})

it('D15: a renamed field quarantines the endpoint after five cities; the sample has no key', async () => {
  const provider = createProvider('openweathermap', {
    http,
    baseUrl: stub.baseUrl,
    apiKey: KEY,
    limits: () => ({ quota: [], pace: { maxInFlight: 1, spacingMs: 0 }, maxPlacesPerRequest: 1 }),
  })
  const metered = createMeteredProvider({ provider, db: database.db, log: NO_LOG })
  const ends: string[] = []
  for (const place of someCities(6)) {
    const [request] = provider.price([{ place, products: ['conditions'] }])
    const { signal } = new AbortController()
    const sending = metered.send(request!, { signal, maxQuotaWaitMs: 0, now: () => NOW })
    ends.push(await sending.then(String, (error: unknown) => (error as ProviderError).kind))
  }
  expect(ends).toEqual([...Array<string>(5).fill('schema-mismatch'), 'quarantined'])
  expect(stub.seen).toHaveLength(5)
  expect(stub.seen[0]?.url).toContain(KEY)
  const [circuit] = await openCircuits(database.db)
  expect(circuit).toMatchObject({ provider: 'openweathermap', cause: 'contract' })
  expect(circuit?.sample).toContain('temp_c')
  expect(JSON.stringify(circuit)).not.toContain(KEY)
})
