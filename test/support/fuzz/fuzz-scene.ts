import { setMaxListeners } from 'node:events'
import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { createRefreshWriter, refreshOf } from '../../../activities/refresh/refresh-writer.ts'
import { importCities } from '../../../db/queries/cities.ts'
import { airQuality, conditions, forecastDays } from '../../../db/schema/index.ts'
import type { City } from '../../../domain/city/city.ts'
import { PRODUCTS } from '../../../domain/weather/product.ts'
import type { Served } from '../../../domain/provider/provider-chain-port.ts'
import type { ProviderId } from '../../../domain/provider/provider-catalogue.ts'
import { appliedLimits } from '../../../domain/provider/provider-limits.ts'
import { startEmulator, type Emulator, type Fault } from '../../../emulator/index.ts'
import type { SceneName } from '../../../emulator/scenes.ts'
import { createHttpClient, type HttpClient } from '../../../providers/http-client.ts'
import { createProvider, createProviderChain } from '../../../providers/index.ts'
import { someCities } from '../data/some-cities.ts'
import { createTestDatabase, type TestDatabase } from '../services/test-database.ts'

/** Not close to the end of any quota window, and every provider has a young report. */
export const FUZZ_NOW = new Date('2026-06-01T12:07:31Z')

/** Needs encoding in a query, so that both spellings can be looked for. */
export const PLANTED_KEY = 'planted+key/of=ours'

/** Where a key of ours may stand in a text, in any spelling. */
export const PLANTED = /planted(\+|%2B|%252B| )key/i

type StoredRow = Readonly<Record<string, unknown>>

export interface SentBody {
  readonly url: string
  readonly body: unknown
}

export interface FuzzRun {
  readonly served: readonly Served[]
  /** What is stored of readings, by table, city, provider and moment. */
  readonly rows: ReadonlyMap<string, StoredRow>
  /** Every answer that could be parsed. */
  readonly sent: readonly SentBody[]
  /** What the chain logged as an error, causes and stacks included. */
  readonly logged: readonly string[]
}

/** The real chain, HTTP client, store and database; the emulator sends the faults of the run. */
export interface FuzzScene {
  readonly cities: readonly City[]
  readonly emulator: Emulator
  readonly database: TestDatabase
  /** All three products of every city from these providers, on an empty database. */
  run(providers: readonly ProviderId[], faults: readonly Fault[]): Promise<FuzzRun>
  close(): Promise<void>
}

const EMPTIED = [
  'conditions',
  'latest_conditions',
  'forecast_days',
  'air_quality',
  'refresh_counts',
  'provider_circuits',
  'provider_ledgers',
  'provider_places',
  'provider_usage',
]

export interface FuzzSceneOptions {
  readonly cities?: readonly City[]
  /** The clock of chain and emulator alike; without one it stands at `FUZZ_NOW`. */
  readonly now?: () => Date
  readonly scene?: SceneName
}

export async function startFuzzScene({
  cities = someCities(20),
  now,
  scene,
}: FuzzSceneOptions = {}): Promise<FuzzScene> {
  const database = await createTestDatabase()
  const { db } = database
  await importCities(db, cities)
  const clock = now ?? (() => FUZZ_NOW)
  const emulator = await startEmulator({ now: clock, isClockStill: now === undefined, scene })
  const http = createHttpClient({ userAgent: 'weather247-tests/1' })
  const empty = async (): Promise<void> => {
    await db.execute(sql.raw(`truncate ${EMPTIED.join(', ')}`))
    await db.execute(sql`update refresh_states set outcome = null, attempts = null`)
  }
  const run: FuzzScene['run'] = async (providers, faults) => {
    await empty()
    emulator.control.setFaults([...faults])
    const sent: SentBody[] = []
    const adapters = providers.map((id) => unhurried(id, emulator, recording(http, sent)))
    const logged: string[] = []
    const log = pino({ base: null }, { write: (line) => void logged.push(line) })
    const chain = createProviderChain({ providers: adapters, db, now: clock, log })
    const store = createRefreshWriter({ db, shareLatest: () => Promise.resolve() })
    const stored: Promise<unknown>[] = []
    const { signal } = new AbortController()
    setMaxListeners(0, signal)
    const served = await chain.serve(
      cities.map((place) => ({ place, products: PRODUCTS })),
      { priority: 'schedule', force: false, signal },
      (one) => stored.push(store(refreshOf(one, 'fuzz', clock()), signal)),
    )
    await Promise.all(stored)
    return { served, sent, logged, rows: await storedRows(database) }
  }
  return {
    cities,
    emulator,
    database,
    run,
    async close() {
      await http.close()
      await emulator.close()
      await database.close()
    },
  }
}

/** Without quota and pace: what is tried here is answers, not patience. */
function unhurried(id: ProviderId, emulator: Emulator, http: HttpClient) {
  return createProvider(id, {
    http,
    baseUrl: emulator.baseUrls[id],
    apiKey: PLANTED_KEY,
    limits: () => ({ ...appliedLimits(id), quota: [], pace: { maxInFlight: 8, spacingMs: 0 } }),
  })
}

const recording = (http: HttpClient, sent: SentBody[]): HttpClient => ({
  close: () => http.close(),
  getFile: (call) => http.getFile(call),
  async getJson(call) {
    const answer = await http.getJson(call)
    sent.push({ url: call.url, body: answer.body })
    return answer
  },
})

async function storedRows({ db }: TestDatabase): Promise<Map<string, StoredRow>> {
  const rows = new Map<string, StoredRow>()
  const keep = (table: string, moment: string, row: StoredRow & { cityId: number }): void => {
    rows.set([table, row.cityId, String(row['provider']), moment].join(' '), row)
  }
  for (const row of await db.select().from(conditions)) {
    keep('conditions', row.validAt.toISOString(), row)
  }
  for (const row of await db.select().from(forecastDays)) keep('forecast_days', row.date, row)
  for (const row of await db.select().from(airQuality)) {
    keep('air_quality', row.validAt.toISOString(), row)
  }
  return rows
}

/** Every row of every table that holds the planted key, as text. */
export async function rowsWithPlantedKey({ db }: TestDatabase): Promise<string[]> {
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await db.execute<{ text: string }>(
      sql`select t::text as text from ${sql.identifier(name)} t`,
    )
    found.push(...rows.map(({ text }) => `${name}: ${text}`).filter((text) => PLANTED.test(text)))
  }
  return found
}
