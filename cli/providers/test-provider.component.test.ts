import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reserve } from '../../db/queries/provider-ledgers.ts'
import { park } from '../../db/queries/provider-pauses.ts'
import { conditions, providerLedgers } from '../../db/schema/index.ts'
import { baseUrlSetting, providerFacts } from '../../domain/provider/provider-catalogue.ts'
import { HOUR_MS } from '../../domain/time/durations.ts'
import { startEmulator } from '../../emulator/index.ts'
import { createHttpClient } from '../../providers/http-client.ts'
import { createProvider } from '../../providers/index.ts'
import { createProviderTester } from '../../providers/provider-tester.ts'
import { installed, NO_ADAPTERS } from '../../test/support/api/installed.ts'
import { KNOWN_CITIES, LONDON } from '../../test/support/data/known-cities.ts'
import { fixture } from '../../test/support/fixtures/fixture.ts'
import { withPrintedOutput } from '../../test/support/fixtures/with-printed-output.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { runCommand } from '../run-command.ts'

const ID = 'open-meteo'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const emulator = fixture(() => startEmulator())
const printed = withPrintedOutput(database, { WEATHER_PROVIDERS: ID })
const api = withTestApi({
  database,
  settings: {
    providers: installed({ [ID]: [] }),
    adapters: {
      ...NO_ADAPTERS,
      test: async (id, place, product) => {
        const http = createHttpClient({ userAgent: 'weather247/test ops@example.org' })
        const adapters = [createProvider(ID, { http, baseUrl: emulator.baseUrls[ID] })]
        const log = pino({ level: 'silent' })
        const deps = { adapters, db: database.db, now: () => new Date(), log }
        const tested = await createProviderTester(deps)(id, place, product)
        await http.close()
        return tested
      },
    },
  },
})

beforeEach(async () => {
  vi.stubEnv(baseUrlSetting(providerFacts(ID)), emulator.baseUrls[ID])
  emulator.control.clearFaults()
  emulator.control.resetStats()
  await database.db.delete(providerLedgers)
})

const ledger = async () => {
  const [row] = await database.db
    .select()
    .from(providerLedgers)
    .where(eq(providerLedgers.provider, ID))
  return row
}

async function parked(): Promise<void> {
  const now = new Date()
  await reserve(database.db, { provider: ID, weight: 0, limits: [], spacingMs: 0, now })
  const until = new Date(now.getTime() + HOUR_MS)
  await park(database.db, { provider: ID, until, reason: 'rate-limited: too many' })
}

/** Both ways in, by whether the provider worked and what it said that ended. */
const WAYS = {
  'the command': async () => {
    const { code, out } = await printed(() => runCommand(['providers', 'test', ID, '--json']))
    const { released, ...test } = JSON.parse(out) as { outcome: string; released: string[] }
    expect(code).toBe(test.outcome === 'ok' ? 0 : 1)
    return { outcome: test.outcome, released }
  },
  'the route': async () => {
    const url = `/api/weather/providers/${ID}/test`
    const answer = await api.app.inject({ method: 'POST', url, payload: { city_id: LONDON.id } })
    expect(answer.statusCode).toBe(200)
    const { outcome, released } = answer.json<{ outcome: string; released: string[] }>()
    return { outcome, released }
  },
}

describe.each(Object.entries(WAYS))('E45: a provider tested by %s', (_, test) => {
  it('is sent one real request that is charged, and nothing of the answer is stored', async () => {
    expect(await test()).toEqual({ outcome: 'ok', released: [] })
    const { requests, weight } = emulator.control.stats()[ID]
    expect({ requests, weight }).toEqual({ requests: 1, weight: 1 })
    expect((await ledger())?.dayUsed).toBe(1)
    expect(await database.db.select().from(conditions)).toEqual([])
  })

  it('is asked while it is paused, and a success ends the pause', async () => {
    await parked()
    const { released } = await test()
    expect(released).toEqual([expect.stringContaining('rate-limited: too many')])
    expect((await ledger())?.parkedUntil).toBeNull()
  })

  it('stays paused where it does not work', async () => {
    await parked()
    emulator.control.setFaults([{ provider: ID, kind: 'status', status: 500 }])
    expect(await test()).toEqual({ outcome: 'unavailable', released: [] })
    expect((await ledger())?.parkedUntil).not.toBeNull()
  })
})

it('E45: people are told the temperature, or why there is none', async () => {
  const run = () => printed(() => runCommand(['providers', 'test', ID]))
  expect((await run()).out).toMatch(/^Open-Meteo works: -?[\d.]+ °C \(\d+ ms, 1 charged\)$/)
  emulator.control.setFaults([{ provider: ID, kind: 'status', status: 500 }])
  const { code, out } = await run()
  expect(code).toBe(1)
  expect(out).toMatch(/^Open-Meteo does not work: unavailable, /)
})
