import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conditions, refreshStates } from '../../db/schema/index.ts'
import {
  startProviderStub,
  type ProviderStub,
  type StubAnswer,
} from '../support/providers/provider-stub.ts'
import { startRefreshStack, type RefreshStack } from '../support/refresh/refresh-stack.ts'
import { someCities } from '../support/data/some-cities.ts'
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'
import { postgresUrl } from '../support/services/test-database.ts'

const CITIES = someCities(20)

/** What databases, terminals and people do not take as it is. */
const BODIES: readonly StubAnswer[] = [
  { body: '<html>\u0000' },
  { body: gzipSync('{"a":1}') },
  { body: '{"reason":"\\u0000 \\ud83d \\ude00","message":"\\ud800"}', status: 400 },
  { body: '{"error":true,"reason":"\\u0000\\ud800","message":"\\u0000"}', status: 404 },
  { body: 'x'.repeat(10_000_000) },
  { body: '😀'.repeat(1_000) },
  { body: `x${'😀'.repeat(1_000)}` },
  { body: '\u001b]0;owned\u0007\u202E<html>' },
  { body: { cod: '\u0000', error: { code: 1006, message: '\ud800' } }, status: 400 },
]

const kinds = ['embedded', ...(postgresUrl ? (['postgres'] as const) : [])] as const

describe.each(kinds)('with providers that send anything but weather, on %s', (database) => {
  let stack: RefreshStack
  let stub: ProviderStub

  beforeAll(async () => {
    let sent = 0
    stub = await startProviderStub(() => BODIES[sent++ % BODIES.length]!)
    stack = await startRefreshStack({
      temporalAddress: ownTemporalAddress(),
      cities: CITIES,
      database,
      providers: ['open-meteo', 'weatherapi', 'openweathermap', 'met-norway'],
      variables: {
        OPEN_METEO_BASE_URL: stub.baseUrl,
        WEATHERAPI_BASE_URL: stub.baseUrl,
        OPENWEATHERMAP_BASE_URL: stub.baseUrl,
      },
    })
  })
  afterAll(async () => {
    await stack.close()
    await stub.close()
  })

  it.each(['bulk', 'city'] as const)(
    'the readings of the one that does are stored in gear %s',
    async (fanOut) => {
      const before = stub.seen.length
      const result = await stack.refreshAll({ fanOut, force: true })
      expect(result).toMatchObject({ total: CITIES.length, failed: 0, left: 0 })
      if (before === 0) expect(stub.seen.length).toBeGreaterThanOrEqual(BODIES.length)

      const { db } = stack.database
      const stored = await db.select().from(conditions)
      expect(new Set(stored.map(({ cityId }) => cityId)).size).toBe(CITIES.length)
      expect(new Set(stored.map(({ provider }) => provider))).toEqual(new Set(['met-norway']))
      const messages = (await db.select().from(refreshStates))
        .flatMap(({ attempts }) => attempts ?? [])
        .flatMap(({ message }) => message ?? [])
      expect(messages.length).toBeGreaterThan(0)
      for (const message of messages) {
        expect(message.length).toBeLessThanOrEqual(300)
        expect(message).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u)
      }
    },
  )
})
