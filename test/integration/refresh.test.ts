import { count } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { conditions, refreshStates, runSummaries } from '../../db/schema/index.ts'
import { leaveNothing } from '../support/temporal/end-runs.ts'
import { startRefreshStack, type RefreshStack } from '../support/refresh/refresh-stack.ts'
import { someCities } from '../support/data/some-cities.ts'
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'
import { postgresUrl } from '../support/services/test-database.ts'

const CITIES = someCities(60)
const KINDS = postgresUrl ? (['embedded', 'postgres'] as const) : (['embedded'] as const)

describe.each(KINDS)('a refresh of all cities on the %s database', (database) => {
  let stack: RefreshStack

  const start = async (): Promise<void> => {
    const temporalAddress = ownTemporalAddress()
    stack = await startRefreshStack({ temporalAddress, cities: CITIES, database })
  }
  const rows = async (): Promise<number> => {
    const [row] = await stack.database.db.select({ rows: count() }).from(conditions)
    return row?.rows ?? 0
  }

  describe('from providers that answer', () => {
    beforeAll(start)
    afterAll(() => stack.close())
    afterEach(() => leaveNothing(stack))

    it.each(['city', 'bulk'] as const)('serves every city once in gear %s', async (fanOut) => {
      stack.emulator.control.resetStats()
      const result = await stack.refreshAll({ fanOut, force: true })
      expect(result).toMatchObject({
        status: 'completed',
        fanOut,
        total: 60,
        ok: 60,
        failed: 0,
        skipped: 0,
        joined: 0,
        left: 0,
        fallbacks: 0,
        providers: { 'open-meteo': { served: 60 } },
      })
      expect(stack.emulator.control.stats()['open-meteo'].places).toBe(60)
      const states = await stack.database.db.select().from(refreshStates)
      expect(states.filter(({ outcomeRunId }) => outcomeRunId === result.runId)).toHaveLength(60)
      expect(states.every(({ claimedBy }) => claimedBy === null)).toBe(true)
    })

    it('skips what is young enough, without a request', async () => {
      await stack.refreshAll()
      stack.emulator.control.resetStats()
      const result = await stack.refreshAll()
      expect(result).toMatchObject({ total: 60, ok: 0, skipped: 60, status: 'completed' })
      expect(stack.emulator.control.stats()['open-meteo'].requests).toBe(0)
    })

    it('refreshes at every tick what would be too old before the next one', async () => {
      await stack.refreshAll()
      const result = await stack.refreshAll({ tickSeconds: 900 })
      expect(result).toMatchObject({ ok: 60, skipped: 0 })
      // A sample is asked about elsewhere, in a request of its own.
      expect(result.checked).toMatchObject({ flagged: 0, asked: 20, weight: { 'met-norway': 20 } })
      expect(stack.emulator.control.stats()['met-norway'].requests).toBe(20)
    })

    it('stores its summary with the tally', async () => {
      const result = await stack.refreshAll()
      const summaries = await stack.database.db.select().from(runSummaries)
      const stored = summaries.find(({ runId }) => runId === result.runId)
      expect(stored).toMatchObject({ status: 'completed', trigger: 'cli', summary: result })
    })
  })

  // Workers of each test's own: a circuit that one test opens would be open in the next.
  describe('from providers that fail', () => {
    beforeEach(start)
    afterEach(async () => {
      try {
        await leaveNothing(stack)
      } finally {
        await stack.close()
      }
    })

    it.each(['city', 'bulk'] as const)(
      'E12: has the next provider serve in the same run when the first answers 500, in gear %s',
      async (fanOut) => {
        stack.emulator.control.setFaults([{ provider: 'open-meteo', kind: 'status', status: 500 }])
        const result = await stack.refreshAll({ fanOut, force: true })
        expect(result).toMatchObject({ ok: 60, failed: 0, fallbacks: 60 })
        expect(result.providers['met-norway']?.served).toBe(60)
        const failures = Object.values(result.providers['open-meteo']?.failures ?? {})
        expect(failures.reduce((sum, failed) => sum + failed, 0)).toBe(60)
      },
    )

    it('E13: writes no row and says why for each city when every provider is down', async () => {
      await stack.refreshAll()
      stack.emulator.control.setFaults([
        { provider: 'open-meteo', kind: 'status', status: 500 },
        { provider: 'met-norway', kind: 'status', status: 503 },
      ])
      const before = await rows()
      expect(before).toBeGreaterThan(0)
      const result = await stack.refreshAll({ fanOut: 'bulk', force: true })
      expect(await rows()).toBe(before)
      expect(result).toMatchObject({ ok: 0, failed: 60, status: 'failed' })
      expect(result).toMatchObject({ passes: 2, givenUp: expect.anything() as unknown })
      expect(result.failures).toHaveLength(20)
      for (const { attempts } of result.failures) {
        // The second pass may find circuits open; what both passes say is listed once.
        const listed = attempts.map(({ provider, outcome }) => `${provider} ${outcome}`)
        for (const one of listed) expect(one).toMatch(/ (unavailable|circuit-open)$/)
        const providers = [...new Set(attempts.map(({ provider }) => provider))]
        expect(providers).toEqual(['open-meteo', 'met-norway'])
        expect(listed[0]).toBe('open-meteo unavailable')
        expect(listed.at(-1)).toMatch(/^met-norway /)
        expect(new Set(listed).size).toBe(listed.length)
      }
      const children = stack.client.workflow.list({
        query: `WorkflowType = 'refreshCity' AND StartTime > '${result.startedAt}'`,
      })
      for await (const child of children) expect.fail(`${child.workflowId} was started`)
    })
  })
})
