import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { PROVIDER_IDS, type ProviderId } from '../domain/provider/provider-catalogue.ts'
import {
  outcomeOf,
  startProviderStub,
  type ProviderStub,
  type StubAnswer,
} from '../test/support/providers/provider-stub.ts'
import { createHttpClient } from './http-client.ts'
import { createProvider } from './index.ts'

const WASHINGTON = {
  id: 4140963,
  latitude: 38.8951,
  longitude: -77.0364,
  timeZone: 'America/New_York',
  countryCode: 'US',
}
const HOUR_MS = 3_600_000
const NOON = new Date('2026-11-22T12:00:00.000Z')

let stub: ProviderStub
let says: StubAnswer = {}
const http = createHttpClient({ userAgent: 'weather247-tests/1', callTimeoutMs: 5_000 })

beforeAll(async () => {
  // A date in a header has whole seconds, and calls take time: the clock stands still.
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  stub = await startProviderStub(() => says)
})
afterAll(async () => {
  await http.close()
  await stub.close()
  vi.useRealTimers()
})

async function failureAfter(provider: ProviderId, answer: StubAnswer) {
  says = answer
  const adapter = createProvider(provider, { http, baseUrl: stub.baseUrl, apiKey: 'key' })
  const [request] = adapter.price([{ place: WASHINGTON, products: ['conditions'] }])
  const { thrown, ...rest } = await outcomeOf(adapter, request!, new Date())
  const answered =
    'answer' in rest && rest.answer?.kind === 'failed' ? rest.answer.error : undefined
  const error = thrown ?? answered
  return { kind: error?.kind, waitMs: error?.retryAfterMs }
}

const WAITS = [
  ['seconds', () => '3600'],
  ['a date', () => new Date(Date.now() + HOUR_MS).toUTCString()],
] as const

const cases = PROVIDER_IDS.flatMap((provider) =>
  [429, 503].flatMap((status) =>
    WAITS.map(([form, wait]) => [provider, status, form, wait] as const),
  ),
)

describe('a wait that is asked for', () => {
  it.each(cases)('by %s with a %i as %s is heard', async (provider, status, _, wait) => {
    const { kind, waitMs } = await failureAfter(provider, {
      status,
      headers: { 'retry-after': wait() },
    })
    expect(kind).toBe(status === 429 ? 'rate-limited' : 'unavailable')
    expect(waitMs).toBe(HOUR_MS)
  })

  it.each(PROVIDER_IDS)('by %s with what is no wait is none', async (provider) => {
    const usual = await failureAfter(provider, { status: 503 })
    for (const wait of ['-1', 'soon', '1e20', '3600, 60', '2027-02-29']) {
      const headers = { 'retry-after': wait }
      expect(await failureAfter(provider, { status: 503, headers })).toEqual(usual)
    }
  })

  it.each(PROVIDER_IDS)('is no part of a 304 from %s that was not asked for', async (provider) => {
    const { kind } = await failureAfter(provider, { status: 304 })
    expect(kind).toBe('not-json')
  })
})
