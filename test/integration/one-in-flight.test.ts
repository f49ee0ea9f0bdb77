import { afterAll, beforeAll, expect, it } from 'vitest'
import { providerLedgers } from '../../db/schema/index.ts'
import { startEmulator, type Emulator } from '../../emulator/index.ts'
import { withTestDatabase } from '../support/fixtures/with-test-database.ts'
import { startCallersProcess, type CallersProcess } from '../support/processes/callers-process.ts'
import { until } from '../support/until.ts'

/** Two lanes each. */
const INDEXES = [
  [0, 1],
  [2, 3],
  [4, 5],
  [6, 7],
]
const CALLERS = 16
const TIMES = 2

const database = withTestDatabase()
let emulator: Emulator
let processes: CallersProcess[] = []

beforeAll(async () => {
  emulator = await startEmulator({ latencyMs: 5 })
  processes = await Promise.all(INDEXES.map(() => startCallersProcess()))
})
afterAll(async () => {
  await Promise.all(processes.map((one) => one.kill()))
  await emulator.close()
})

const stats = () => emulator.control.stats().openweathermap

const work = (index: number) =>
  processes[index]!.work({
    baseUrl: emulator.baseUrls.openweathermap,
    databaseUrl: database.url,
    rule: { window: 'day' },
    limit: 1_000_000,
    maxInFlight: 1,
    indexes: INDEXES[index] ?? [],
    times: TIMES,
  })

it('E32: one request at a time is on its way from 4 processes, also after one was killed with -9 in its midst', async () => {
  const served = await Promise.all(INDEXES.map((_, index) => work(index)))
  expect(served).toEqual(INDEXES.map(() => CALLERS * TIMES))
  expect(stats()).toMatchObject({ requests: 4 * CALLERS * TIMES, peakInFlight: 1 })

  emulator.control.setFaults([{ provider: 'openweathermap', kind: 'hang', remaining: 1 }])
  emulator.control.resetStats()
  const killed = work(0)
  await until(() => stats().inFlight === 1, { what: 'a request hangs', pollMs: 2 })
  await processes[0]!.kill()
  expect(await killed).toBeUndefined()
  const [ledger] = await database.db.select().from(providerLedgers)
  expect(ledger?.sender).not.toBeNull()
  expect(Number(ledger?.sendingUntil) - Date.now()).toBeLessThanOrEqual(15_000)
  const soon = new Date(Date.now() + 500)
  await database.db.update(providerLedgers).set({ sendingUntil: soon })
  // What was killed holds the others up until its lease ends, and no longer.
  const others = await Promise.all([1, 2, 3].map(work))
  expect(others).toEqual([1, 2, 3].map(() => CALLERS * TIMES))
  expect(stats().peakInFlight).toBe(1)
})
