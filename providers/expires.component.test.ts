import { afterAll, beforeAll, expect, it } from 'vitest'
import { importCities } from '../db/queries/cities.ts'
import { saveRefreshes } from '../db/queries/save-refreshes.ts'
import { startEmulator, type Emulator } from '../emulator/index.ts'
import { someCities } from '../test/support/data/some-cities.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { NO_LOG } from '../test/support/providers/provider-logs.ts'
import { createHttpClient, type HttpClient } from './http-client.ts'
import { createProvider, createProviderChain } from './index.ts'

const database = withTestDatabase({ kind: 'embedded' })
let clock = new Date('2026-11-22T18:05:00Z')
let emulator: Emulator
let http: HttpClient

beforeAll(async () => {
  emulator = await startEmulator({ now: () => clock })
  http = createHttpClient({ userAgent: 'weather247/test ops@example.org' })
})
afterAll(async () => {
  await http.close()
  await emulator.close()
})

/** By a process of its own each time: what it knows of the provider is in the database. */
async function run(runId: string): Promise<string[]> {
  const provider = createProvider('met-norway', {
    http,
    baseUrl: emulator.baseUrls['met-norway'],
  })
  const now = () => clock
  const chain = createProviderChain({ providers: [provider], db: database.db, now, log: NO_LOG })
  const { signal } = new AbortController()
  const requests = someCities(1).map((place) => ({ place, products: ['conditions'] as const }))
  const served = await chain.serve(requests, { priority: 'schedule', force: false, signal })
  await saveRefreshes(
    database.db,
    served.map((one) => ({ ...one, runId, at: clock })),
  )
  return served.flatMap(({ attempts }) => attempts.map(({ outcome }) => outcome))
}

it('D2, E31: four runs in an hour make two requests where an answer holds for half an hour, the second conditional', async () => {
  await importCities(database.db, someCities(1))
  const outcomes: string[] = []
  for (const time of ['18:05:00', '18:20:00', '18:35:10', '18:50:00']) {
    clock = new Date(`2026-11-22T${time}Z`)
    outcomes.push(...(await run(time)))
  }
  expect(outcomes).toEqual(['ok', 'remembered', 'unchanged', 'remembered'])
  expect(emulator.control.stats()['met-norway']).toMatchObject({
    requests: 2,
    byStatus: { 200: 1, 304: 1 },
  })
})
