import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { driftsSince } from '../db/queries/correct-ledger.ts'
import { usedIn } from '../db/queries/ledger-windows.ts'
import { ledgerOf } from '../db/queries/provider-ledgers.ts'
import { providerLedgers, quotaDrifts } from '../db/schema/index.ts'
import { windowEnd, type QuotaLimit } from '../domain/quota/windows.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import { someCities } from '../test/support/data/some-cities.ts'
import { failureOf } from '../test/support/fixtures/with-metered-provider.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { NO_LOG } from '../test/support/providers/provider-logs.ts'
import {
  startProviderStub,
  type ProviderStub,
  type StubAnswer,
} from '../test/support/providers/provider-stub.ts'
import { createHttpClient, type HttpClient } from './http-client.ts'
import { createProvider } from './index.ts'
import { createMeteredProvider } from './metered-provider.ts'

const NOW = new Date('2026-11-22T12:30:30.000Z')
const LIMITS = (['minute', 'hour', 'day'] as const).map((window): QuotaLimit => {
  const limit = { minute: 60, hour: 100, day: 500 }[window]
  return { window, limit, source: 'test', asOf: '2026-11-22' }
})

const database = withTestDatabase({ kind: 'embedded' })
let stub: ProviderStub
let http: HttpClient
let answer: StubAnswer

beforeAll(async () => {
  stub = await startProviderStub(() => answer)
  http = createHttpClient({ userAgent: 'weather247/test ops@example.org' })
})
afterAll(async () => {
  await http.close()
  await stub.close()
})
beforeEach(async () => {
  await database.db.delete(providerLedgers)
  await database.db.delete(quotaDrifts)
})

async function send(id: ProviderId) {
  const provider = createProvider(id, {
    http,
    baseUrl: stub.baseUrl,
    apiKey: 'key',
    limits: () => ({
      quota: LIMITS,
      pace: { maxInFlight: 1, spacingMs: 0 },
      maxPlacesPerRequest: 1,
    }),
  })
  const metered = createMeteredProvider({ provider, db: database.db, log: NO_LOG })
  const places = someCities(1)
  const [request] = provider.price(places.map((place) => ({ place, products: ['conditions'] })))
  const { signal } = new AbortController()
  return failureOf(metered.send(request!, { signal, maxQuotaWaitMs: 0, now: () => NOW }))
}

const usedOf = async (id: ProviderId) => {
  const row = await ledgerOf(database.db, id)
  return Object.fromEntries(LIMITS.map((one) => [one.window, row ? usedIn(row, one, NOW) : 0]))
}

it('D13: counts what the provider says is left, beside any answer: the key is used elsewhere too', async () => {
  const headers = { 'X-RateLimit-Limit': '100', 'X-RateLimit-Remaining': '37' }
  answer = { status: 503, body: {}, headers }
  expect(await send('openweathermap')).toMatchObject({ kind: 'unavailable' })
  expect(await usedOf('openweathermap')).toEqual({ minute: 1, hour: 63, day: 1 })
  expect(await driftsSince(database.db, NOW)).toMatchObject([
    { quotaWindow: 'hour', ledgerLeft: 99, reportedLeft: 37, source: 'headers', times: 1 },
  ])
})

it.each([
  ['Minutely API request limit exceeded. Please try again in one minute.', 'minute'],
  ['Hourly API request limit exceeded. Please try again in the next hour.', 'hour'],
  ['Daily API request limit exceeded. Please try again tomorrow.', 'day'],
] as const)(
  'fills the window that a refusal names, and waits for its end: %s',
  async (reason, window) => {
    answer = { status: 429, body: { reason, error: true } }
    const waitMs = windowEnd(window, NOW).getTime() - NOW.getTime()
    const failure = await send('open-meteo')
    expect(failure).toMatchObject({ kind: 'rate-limited', window })
    expect(failure.retryAfterMs).toBe(Math.max(waitMs, 60_000))
    expect((await usedOf('open-meteo'))[window]).toBe(
      LIMITS.find((one) => one.window === window)?.limit,
    )
    expect(await driftsSince(database.db, NOW)).toMatchObject([
      { provider: 'open-meteo', quotaWindow: window, reportedLeft: 0, source: 'refusal' },
    ])
  },
)

it('waits for the reset that a refusal names in its headers', async () => {
  answer = {
    status: 429,
    body: {},
    headers: { 'RateLimit-Remaining': '0', 'RateLimit-Reset': '1770' },
  }
  expect(await send('openweathermap')).toMatchObject({ retryAfterMs: 1_770_000 })
  expect(await usedOf('openweathermap')).toMatchObject({ hour: 100 })
})
