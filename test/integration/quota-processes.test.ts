import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { usedIn } from '../../db/queries/ledger-windows.ts'
import { ledgerOf } from '../../db/queries/provider-ledgers.ts'
import { providerLedgers } from '../../db/schema/index.ts'
import { QUOTA_WINDOWS, type WindowRule } from '../../domain/quota/windows.ts'
import { startEmulator, type Emulator } from '../../emulator/index.ts'
import { withTestDatabase } from '../support/fixtures/with-test-database.ts'
import { startCallersProcess, type CallersProcess } from '../support/processes/callers-process.ts'
import { until } from '../support/until.ts'

/** In the middle of every window. */
const START = new Date('2026-11-22T12:30:30.000Z')
const LIMIT = 100
/** Sixteen callers each. */
const INDEXES = [
  [0, 1],
  [2, 3],
  [4, 5],
  [6, 7],
]
/** Of a process, as its pace says: what a kill can cost at most. */
const IN_FLIGHT = 16

const RULES: readonly WindowRule[] = [
  ...QUOTA_WINDOWS.map((window) => ({ window })),
  { window: 'hour', kind: 'sliding' },
  { window: 'day', timeZone: 'America/New_York' },
]

const database = withTestDatabase()
let emulator: Emulator
let processes: CallersProcess[] = []

beforeAll(async () => {
  emulator = await startEmulator({ now: () => START, latencyMs: 10 })
  processes = await Promise.all(INDEXES.map(() => startCallersProcess()))
})
afterAll(async () => {
  await Promise.all(processes.map((one) => one.kill()))
  await emulator.close()
})
beforeEach(async () => {
  await database.db.delete(providerLedgers)
  emulator.control.resetStats()
})

const arrived = (): number => emulator.control.stats().openweathermap.weight

const workOf = (rule: WindowRule, index: number, times: number) =>
  processes[index]!.work({
    baseUrl: emulator.baseUrls.openweathermap,
    databaseUrl: database.url,
    rule,
    limit: LIMIT,
    now: START.toISOString(),
    indexes: INDEXES[index] ?? [],
    times,
  })

describe.each(RULES)('E26: 64 callers in 4 processes against a limit of 100: %j', (rule) => {
  it('make exactly a hundred calls; killed with -9 and started again, never more', async () => {
    const served = await Promise.all(INDEXES.map((_, index) => workOf(rule, index, 3)))
    expect(arrived()).toBe(LIMIT)
    expect(served.reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(LIMIT)

    await database.db.delete(providerLedgers)
    emulator.control.resetStats()
    const working = INDEXES.map((_, index) => workOf(rule, index, 4))
    await until(() => arrived() >= LIMIT / 4, { what: 'a quarter of the calls arrived', pollMs: 2 })
    await processes[0]!.kill()
    expect((await Promise.all(working))[0]).toBeUndefined()
    expect(arrived()).toBeLessThanOrEqual(LIMIT)
    expect(arrived()).toBeGreaterThanOrEqual(LIMIT - IN_FLIGHT)
    const row = await ledgerOf(database.db, 'openweathermap')
    expect(row && usedIn(row, rule, START)).toBe(LIMIT)

    processes[0] = await startCallersProcess()
    expect(await workOf(rule, 0, 1)).toBe(0)
    expect(arrived()).toBeLessThanOrEqual(LIMIT)
  })
})
