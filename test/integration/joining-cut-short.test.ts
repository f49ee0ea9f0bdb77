import { WorkflowFailedError } from '@temporalio/client'
import { ApplicationFailure, CancelledFailure } from '@temporalio/common'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RefreshAllCitiesInput } from '../../contracts/refresh.ts'
import { REFRESH_SHAPE, type RefreshShape } from '../../contracts/refresh-shape.ts'
import { NO_PROVIDER_ANSWERED } from '../../contracts/refresh-results.ts'
import { workflowIds } from '../../contracts/workflow-ids.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { refreshInput } from '../support/refresh/refresh-stack.ts'
import { watch } from '../support/refresh/refresh-watch.ts'
import { someCities } from '../support/data/some-cities.ts'
import { until } from '../support/until.ts'

const CITIES = someCities(100)
const SHAPE: RefreshShape = {
  ...REFRESH_SHAPE,
  citiesPerShard: { city: 10, bulk: 10 },
  shardsInFlight: 2,
  childrenInFlight: 5,
}
const ALL_DUE: Partial<RefreshAllCitiesInput> = { maxAgeSeconds: { conditions: 0 }, shape: SHAPE }

describe('a refresh that does not go to its end', () => {
  const stack = withRefreshStack({ cities: CITIES, providers: ['open-meteo'] })
  const seen = watch(stack)

  beforeEach(() => {
    stack.emulator.control.resetStats()
  })
  afterEach(async () => {
    stack.emulator.control.clearFaults()
    await seen.quiet()
  })

  const fault = (fault: { kind: 'delay' | 'hang'; delayMs?: number }): void => {
    stack.emulator.control.setFaults([{ provider: 'open-meteo', ...fault }])
  }

  const cancelledAt = async (fanOut: 'city' | 'bulk', isTime: () => Promise<boolean>) => {
    const run = await stack.startRefreshAll({ ...ALL_DUE, fanOut })
    const { runId } = await run.describe()
    await until(async () => (await seen.outcomes(runId)) >= 10 && (await isTime()), {
      what: 'ten cities are done and a call is under way',
      pollMs: 5,
    })
    await run.cancel()
    const error: unknown = await run.result().catch((failure: unknown) => failure)
    expect(error).toBeInstanceOf(WorkflowFailedError)
    expect((error as WorkflowFailedError).cause).toBeInstanceOf(CancelledFailure)
    return runId
  }

  const inFlight = () => stack.emulator.control.stats()['open-meteo'].inFlight > 0

  const expectExactSummary = async (runId: string): Promise<void> => {
    expect(await seen.claims()).toEqual([])
    const summary = await seen.summaryOf(runId)
    expect(summary).toMatchObject({ status: 'cancelled', trigger: 'cli' })
    const counts = summary?.summary as { ok: number; left: number; total: number }
    await seen.quiet()
    expect(counts).toMatchObject({ ok: await seen.outcomes(runId), total: 100 })
    expect(counts.ok).toBeGreaterThanOrEqual(10)
    expect(counts.ok + counts.left).toBe(100)
    expect(await seen.claims()).toEqual([])
  }

  it.each(['city', 'bulk'] as const)(
    'cancels what hangs, stores what was done and leaves no claims, in gear %s',
    async (fanOut) => {
      fault({ kind: 'delay', delayMs: 100 })
      let hangs = false
      const runId = await cancelledAt(fanOut, async () => {
        if (!hangs) fault({ kind: 'hang' })
        hangs = true
        return inFlight()
      })
      await expectExactSummary(runId)
    },
  )

  it.each(['city', 'bulk'] as const)(
    'reports exactly what was done when it is cancelled amid answers, in gear %s',
    async (fanOut) => {
      for (const delayMs of [200, 400, 800]) {
        fault({ kind: 'delay', delayMs })
        await expectExactSummary(await cancelledAt(fanOut, async () => inFlight()))
      }
    },
  )

  it.each(['city', 'bulk'] as const)(
    'ends as timed out at its soft limit and says how much is left, in gear %s',
    async (fanOut) => {
      fault({ kind: 'hang' })
      const limits = { ...refreshInput().limits, softLimitMs: 1_500, softGraceMs: 500 }
      const result = await stack.refreshAll({ ...ALL_DUE, fanOut, limits })
      expect(result).toMatchObject({ status: 'timed_out', ok: 0, left: 100, total: 100 })
      const summary = await seen.summaryOf(result.runId)
      expect(summary).toMatchObject({ status: 'timed_out', summary: result })
      expect(await seen.claims()).toEqual([])
    },
  )

  it.each(['city', 'bulk'] as const)(
    'names the providers it tried for a city that failed on its own, in gear %s',
    async (fanOut) => {
      const { id, latitude: placeLatitude } = CITIES[4]!
      const kind = 'out-of-range'
      stack.emulator.control.setFaults([{ provider: 'open-meteo', kind, placeLatitude }])
      const attempts = [{ provider: 'open-meteo', outcome: kind }]
      const result = await stack.refreshAll({ ...ALL_DUE, fanOut })
      expect(result).toMatchObject({ status: 'completed_partial', ok: 99, failed: 1 })
      expect(result.failures).toMatchObject([{ cityId: id, attempts }])
      const child = stack.client.workflow.getHandle(workflowIds.refreshCity(id))
      const error: unknown = await child.result().catch((failure: unknown) => failure)
      const { cause } = error as WorkflowFailedError
      expect(cause).toBeInstanceOf(ApplicationFailure)
      expect(cause).toMatchObject({ type: NO_PROVIDER_ANSWERED, details: [attempts] })
    },
  )

  it.each(['city', 'bulk'] as const)(
    'keeps its tally when it continues as new, in gear %s',
    async (fanOut) => {
      const shape = { ...SHAPE, shardsPerRun: 3 }
      const run = await stack.startRefreshAll({ ...ALL_DUE, fanOut, shape })
      const { runId: firstRunId } = await run.describe()
      const result = await run.result()
      expect(result).toMatchObject({ status: 'completed', ok: 100, total: 100, left: 0 })
      expect(result.runId).toBe(firstRunId)
      expect(result.providers['open-meteo']).toEqual({ served: 100, failures: {} })
      const { runId: lastRunId } = await stack.client.workflow.getHandle(run.workflowId).describe()
      expect(lastRunId).not.toBe(firstRunId)
      expect(await seen.outcomes(firstRunId)).toBe(100)
    },
  )
})
