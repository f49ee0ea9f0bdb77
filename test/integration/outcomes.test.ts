import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import { listIncidents } from '../../db/queries/incidents.ts'
import { ledgerOf } from '../../db/queries/provider-ledgers.ts'
import { findRunSummary } from '../../db/queries/run-summaries.ts'
import { startRefreshCity } from '../../temporal/start-refreshes.ts'
import { runSummaries } from '../../db/schema/index.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { startMonitoring } from '../support/jobs/monitoring-runs.ts'
import {
  refreshInput,
  startRefreshStack,
  type RefreshStack,
} from '../support/refresh/refresh-stack.ts'
import { someCities } from '../support/data/some-cities.ts'
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'

const CITIES = someCities(10)
const [LUCKLESS, ...OTHERS] = [CITIES[1]!, CITIES[4]!, CITIES[8]!]

describe('a run in which three of ten cities fail', () => {
  let stack: RefreshStack

  beforeAll(async () => {
    const temporalAddress = ownTemporalAddress()
    stack = await startRefreshStack({ temporalAddress, cities: CITIES, providers: ['met-norway'] })
    stack.emulator.control.setFaults(
      [LUCKLESS, ...OTHERS].map(({ latitude }) => ({
        provider: 'met-norway',
        kind: 'out-of-range',
        placeLatitude: latitude,
      })),
    )
  })
  afterAll(() => stack.close())

  it.each(['city', 'bulk'] as const)('says which, who, and why, in gear %s', async (fanOut) => {
    const result = await stack.refreshAll({ fanOut, force: true })
    expect(result).toMatchObject({ status: 'completed_partial', total: 10, ok: 7, failed: 3 })
    const failures = result.failures.toSorted((one, other) => one.cityId - other.cityId)
    expect(failures.map(({ name }) => name)).toEqual(['City 2', 'City 5', 'City 9'])
    for (const { attempts } of failures) {
      expect(attempts).toMatchObject([
        { provider: 'met-norway', outcome: 'out-of-range', message: expect.stringMatching(/\d/) },
      ])
    }
    const { db } = stack.database
    const [stored] = await db
      .select()
      .from(runSummaries)
      .where(eq(runSummaries.runId, result.runId))
    expect(stored).toMatchObject({ status: 'completed_partial', summary: result })
  })

  it.each([
    {
      city: LUCKLESS,
      status: 'failed',
      summary: { failure: { type: 'NoProviderAnswered' } },
    },
    { city: CITIES[0]!, status: 'completed', summary: { outcome: 'ok' } },
  ])(
    'keeps how the refresh of $city.name ended that was asked for by itself',
    async ({ city, status, summary }) => {
      const { workflowId, runId } = await startRefreshCity(stack.client, {
        city,
        products: ['conditions'],
        trigger: 'api',
        force: true,
      })
      const run = stack.client.workflow.getHandle(workflowId, runId)
      await run.result().catch(() => undefined)
      expect(await findRunSummary(stack.database.db, workflowId, runId)).toMatchObject({
        workflowType: 'refreshCity',
        trigger: 'api',
        status,
        summary,
      })
    },
  )
})

describe('a provider that refuses', () => {
  let stack: RefreshStack | undefined

  afterEach(async () => {
    await stack?.close()
    stack = undefined
  })

  /** One city, tried once a run. */
  async function refusedBy(
    [provider, ...others]: readonly [ProviderId, ...ProviderId[]],
    fault: { status: number; retryAfterSeconds?: number },
  ) {
    stack = await startRefreshStack({
      temporalAddress: ownTemporalAddress(),
      cities: CITIES.slice(0, 1),
      providers: [provider, ...others],
      moreQueues: [TASK_QUEUES.monitoring],
    })
    stack.emulator.control.setFaults([{ provider, kind: 'status', ...fault }])
    const timings = { ...refreshInput().timings, retryMaxAttempts: 1 }
    return stack.refreshAll({ force: true, fanOut: 'city', timings })
  }

  const requestsTo = (provider: ProviderId) => stack!.emulator.control.stats()[provider].requests

  it('and says for how long is not asked before', async () => {
    const startedAt = Date.now()
    const refused = { status: 429, retryAfterSeconds: 30 }
    const first = await refusedBy(['met-norway', 'open-meteo'], refused)
    expect(first).toMatchObject({ ok: 1, fallbacks: 1 })
    expect(first.providers['met-norway']?.failures).toEqual({ 'rate-limited': 1 })
    const ledger = await ledgerOf(stack!.database.db, 'met-norway')
    expect(ledger?.parkedUntil?.getTime()).toBeGreaterThanOrEqual(startedAt + 30_000)
    expect(ledger?.parkedReason).toMatch(/^rate-limited: /)
    stack!.emulator.control.clearFaults()
    const second = await stack!.refreshAll({ force: true, fanOut: 'city' })
    expect(second.providers['met-norway']?.failures).toEqual({ parked: 1 })
    expect(requestsTo('met-norway')).toBe(1)
  })

  it('a refused key is sent once, not again, and shown with its reason and one incident', async () => {
    const first = await refusedBy(['openweathermap'], { status: 401 })
    expect(first.failures[0]?.attempts).toMatchObject([
      { provider: 'openweathermap', outcome: 'unauthorized' },
    ])
    await stack!.refreshAll({ force: true, fanOut: 'city' })
    expect(requestsTo('openweathermap')).toBe(1)
    const incidents = await listIncidents(stack!.database.db, { limit: 10 })
    expect(incidents).toMatchObject([
      { provider: 'openweathermap', cause: 'unauthorized', status: 'open' },
    ])
    const report = await (await startMonitoring(stack!)).result()
    expect(report).toMatchObject({
      level: 'critical',
      providers: [{ provider: 'openweathermap', level: 'critical' }],
    })
    expect(report.providers[0]?.parkedReason).toMatch(/^unauthorized: .*refused the key/)
    expect(report.warnings[0]).toContain('correct its key')
    expect(requestsTo('openweathermap')).toBe(1)
  })
})
