import { count } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { conditions, refreshStates, runSummaries } from '../../db/schema/index.ts'
import { startRefreshStack, type RefreshStack } from '../support/refresh-stack.ts'
import { someCities } from '../support/some-cities.ts'
import { postgresUrl } from '../support/test-database.ts'

const CITIES = someCities(60)
const KINDS = postgresUrl ? (['embedded', 'postgres'] as const) : (['embedded'] as const)

describe.each(KINDS)('a refresh of all cities on the %s database', (database) => {
  let stack: RefreshStack

  beforeAll(async () => {
    const temporalAddress = inject('temporalAddress')
    stack = await startRefreshStack({ temporalAddress, cities: CITIES, database })
  })
  afterAll(() => stack.close())
  afterEach(() => {
    stack.emulator.control.clearFaults()
  })

  const rows = async (): Promise<number> => {
    const [row] = await stack.database.db.select({ rows: count() }).from(conditions)
    return row?.rows ?? 0
  }

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

  it('skips what is young enough, and asks nobody about it', async () => {
    stack.emulator.control.resetStats()
    const result = await stack.refreshAll()
    expect(result).toMatchObject({ total: 60, ok: 0, skipped: 60, status: 'completed' })
    expect(stack.emulator.control.stats()['open-meteo'].requests).toBe(0)
  })

  it('refreshes at every tick what would be too old before the next one', async () => {
    const result = await stack.refreshAll({ tickSeconds: 900 })
    expect(result).toMatchObject({ ok: 60, skipped: 0 })
  })

  it.each(['city', 'bulk'] as const)(
    'has the next provider serve in the same run when the first answers 500, in gear %s',
    async (fanOut) => {
      stack.emulator.control.setFaults([{ provider: 'open-meteo', kind: 'status', status: 500 }])
      const result = await stack.refreshAll({ fanOut, force: true })
      expect(result).toMatchObject({ ok: 60, failed: 0, fallbacks: 60 })
      expect(result.providers['met-norway']?.served).toBe(60)
      const failures = Object.values(result.providers['open-meteo']?.failures ?? {})
      expect(failures.reduce((sum, failed) => sum + failed, 0)).toBe(60)
    },
  )

  it('stores its summary with the tally', async () => {
    const result = await stack.refreshAll()
    const summaries = await stack.database.db.select().from(runSummaries)
    const stored = summaries.find(({ runId }) => runId === result.runId)
    expect(stored).toMatchObject({ status: 'completed', trigger: 'cli', summary: result })
  })

  it('writes no row and says why for each city when every provider is down', async () => {
    stack.emulator.control.setFaults([
      { provider: 'open-meteo', kind: 'status', status: 500 },
      { provider: 'met-norway', kind: 'status', status: 503 },
    ])
    const before = await rows()
    const result = await stack.refreshAll({ fanOut: 'bulk', force: true })
    expect(await rows()).toBe(before)
    expect(result).toMatchObject({ ok: 0, failed: 60, status: 'completed_partial' })
    expect(result.failures).toHaveLength(20)
    for (const { attempts } of result.failures) {
      expect(attempts.map(({ provider }) => provider)).toEqual(['open-meteo', 'met-norway'])
    }
    const children = stack.client.workflow.list({
      query: `WorkflowType = 'refreshCity' AND StartTime > '${result.startedAt}'`,
    })
    for await (const child of children) expect.fail(`${child.workflowId} was started`)
  })
})
