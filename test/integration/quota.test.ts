import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ledgerOf } from '../../db/queries/provider-ledgers.ts'
import { providerLedgers } from '../../db/schema/index.ts'
import {
  QUOTA_WINDOWS,
  slotFreeAt,
  slotOf,
  windowEnd,
  type WindowRule,
} from '../../domain/quota/windows.ts'
import type { PlaceAnswer } from '../../domain/provider/provider.ts'
import { startEmulator, type Emulator } from '../../emulator/index.ts'
import { withTestDatabase } from '../support/fixtures/with-test-database.ts'
import { PROCESSES, startCallers, type Callers } from '../support/providers/quota-callers.ts'
import { postgresUrl } from '../support/services/test-database.ts'

const KINDS = postgresUrl ? (['embedded', 'postgres'] as const) : (['embedded'] as const)
const LIMIT = 100
/** Each of 64 callers asks so often: more than twice what a window carries. */
const TIMES = 4
const ASKED = 64 * TIMES
/** More than a window carries. */
const TIMES_AGAIN = 2

/** In the middle of every window: they turn when the test says so. */
const START = new Date('2026-11-22T12:30:30.000Z')

describe.each(KINDS)('64 callers in 8 processes on the %s database', (kind) => {
  const database = withTestDatabase({ kind })
  let emulator: Emulator
  let clock = () => START
  let processes: Callers[] = []

  const now = () => new Date(clock())

  beforeAll(async () => {
    emulator = await startEmulator({ now, latencyMs: 5 })
  })
  afterAll(async () => {
    await emulator.close()
  })
  beforeEach(async () => {
    clock = () => START
    await database.db.delete(providerLedgers)
    emulator.control.resetStats()
  })
  afterEach(stopAll)

  async function stopAll(): Promise<void> {
    await Promise.all(processes.map((callers) => callers.close()))
    processes = []
  }

  const startAll = (rule: WindowRule): void => {
    const baseUrl = emulator.baseUrls.openweathermap
    const options = { baseUrl, databaseUrl: database.url, rule, limit: LIMIT, now }
    processes = Array.from({ length: PROCESSES }, (_, index) => startCallers(index, options))
  }

  const askAll = async (times = TIMES): Promise<PlaceAnswer[]> =>
    (await Promise.all(processes.map((callers) => callers.ask(times)))).flat()

  const stats = () => emulator.control.stats().openweathermap

  describe.each(QUOTA_WINDOWS)('with a limit of 100 a %s', (window) => {
    it('make a hundred calls, and the rest get the time of the next window', async () => {
      startAll({ window })
      const answers = await askAll()
      expect(answers).toHaveLength(ASKED)
      expect(stats().weight).toBe(LIMIT)
      expect(stats().windows[window].maxWeight).toBe(LIMIT)
      expect(answers.filter(({ kind }) => kind === 'reading')).toHaveLength(LIMIT)
      const waitMs = windowEnd(window, START).getTime() - START.getTime()
      for (const answer of answers) {
        if (answer.kind === 'reading') continue
        expect(answer).toMatchObject({ error: { kind: 'quota-exhausted', retryAfterMs: waitMs } })
      }
    })

    it('make no further call after every process was started again', async () => {
      startAll({ window })
      await askAll()
      for (let restart = 0; restart < 3; restart++) {
        await stopAll()
        startAll({ window })
        const answers = await askAll(TIMES_AGAIN)
        expect(answers.filter(({ kind }) => kind === 'reading')).toEqual([])
      }
      expect(stats().weight).toBe(LIMIT)
    })

    it('make a hundred more in each new one', async () => {
      startAll({ window })
      for (let turn = 1; turn <= 4; turn++) {
        await askAll(TIMES_AGAIN)
        expect(stats().weight).toBe(turn * LIMIT)
        expect(stats().windows[window].maxWeight).toBe(LIMIT)
        const next = new Date(windowEnd(window, clock()).getTime() + 1_000)
        clock = () => next
      }
    })
  })

  it.each(QUOTA_WINDOWS)(
    'never exceed the limit of a %s while it turns under them',
    async (window) => {
      // Real time, moved to two seconds before the year ends: the end of every kind of window.
      const movedMs = new Date('2026-12-31T23:59:58.000Z').getTime() - Date.now()
      clock = () => new Date(Date.now() + movedMs)
      const turnedAt = new Date('2027-01-01T00:00:01.000Z')
      startAll({ window })
      while (now() < turnedAt) {
        await askAll(1)
        await sleep(20)
      }
      await askAll()
      expect(stats().windows[window].maxWeight).toBe(LIMIT)
      expect(stats().weight).toBeLessThanOrEqual(2 * LIMIT)
    },
  )

  it.each(['minute', 'month'] as const)(
    'make a hundred calls in any %s, where the limit slides',
    async (window) => {
      startAll({ window, kind: 'sliding' })
      await askAll(TIMES_AGAIN)
      const free = slotFreeAt(window, slotOf(window, START))
      clock = () => new Date(free.getTime() - 1)
      await askAll(1)
      expect(stats().weight).toBe(LIMIT)
      clock = () => free
      await askAll(TIMES_AGAIN)
      expect(stats().weight).toBe(2 * LIMIT)
    },
  )

  it('make a hundred calls a day of the zone that the provider is in', async () => {
    const rule: WindowRule = { window: 'day', timeZone: 'America/New_York' }
    startAll(rule)
    await askAll(TIMES_AGAIN)
    // Midnight in New York is five hours after that of the UTC clock.
    clock = () => new Date('2026-11-23T04:30:30.000Z')
    await askAll(1)
    expect(stats().weight).toBe(LIMIT)
    clock = () => new Date('2026-11-23T05:00:30.000Z')
    await askAll(TIMES_AGAIN)
    expect(stats().weight).toBe(2 * LIMIT)
  })

  it('are charged in every kind of window, the limited one or not', async () => {
    startAll({ window: 'minute' })
    await askAll()
    expect(await ledgerOf(database.db, 'openweathermap')).toMatchObject({
      minuteUsed: LIMIT,
      hourUsed: LIMIT,
      dayUsed: LIMIT,
      monthUsed: LIMIT,
    })
  })
})
