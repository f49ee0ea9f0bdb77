import { WorkflowFailedError } from '@temporalio/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { City } from '../../domain/city/city.ts'
import { startRefreshStack, type RefreshStack } from '../support/refresh/refresh-stack.ts'
import { someCities } from '../support/data/some-cities.ts'
import {
  startTemporalServer,
  type TestTemporalServer,
} from '../support/temporal/temporal-server.ts'
import { until } from '../support/until.ts'

const BAD_AT_FIRST = { provider: 'open-meteo', kind: 'out-of-range' } as const
const BAD_AT_SECOND = { provider: 'met-norway', kind: 'out-of-range' } as const
const STACK_LINE = /\n\s+at /

describe('a person who looks for trouble in the Web UI', () => {
  let server: TestTemporalServer
  let stack: RefreshStack

  const start = async (cities: readonly City[]): Promise<void> => {
    stack = await startRefreshStack({ temporalAddress: server.address, cities })
  }
  beforeEach(async () => {
    server = await startTemporalServer()
  })
  afterEach(async () => {
    await stack.close()
    await server.close()
  })

  /** What the list shows for a filter, once it shows as many as are expected. */
  async function found(query: string, expected: number): Promise<string[]> {
    await until(async () => (await stack.client.workflow.count(query)).count >= expected, {
      what: `${expected} for ${query}`,
      timeoutMs: 20_000,
    })
    const ids: string[] = []
    for await (const { workflowId } of stack.client.workflow.list({ query })) ids.push(workflowId)
    return ids
  }

  async function detailsOf(workflowId: string): Promise<string> {
    const metadata = await stack.client.workflow
      .getHandle(workflowId)
      .query<{ currentDetails?: string }>('__temporal_workflow_metadata')
    return metadata.currentDetails ?? ''
  }

  it('finds the one failed city of 10 000, and reads why without a stack trace', async () => {
    const cities = someCities(10_000)
    const failed = cities[4_710]!
    await start(cities)
    const placeLatitude = failed.latitude
    stack.emulator.control.setFaults([
      { ...BAD_AT_FIRST, placeLatitude },
      { ...BAD_AT_SECOND, placeLatitude },
    ])
    const result = await stack.refreshAll({ fanOut: 'bulk' })
    expect(result).toMatchObject({ total: 10_000, ok: 9_999, failed: 1 })

    const workflowId = `refresh-city/${failed.id}`
    const filter = `WeatherRunKind = 'refresh' AND WeatherOutcome = 'failed'`
    expect(await found(filter, 1)).toEqual([workflowId])
    expect(await found(`WeatherCityId = '${failed.id}'`, 1)).toEqual([workflowId])
    const run = stack.client.workflow.getHandle(workflowId)
    const error: unknown = await run.result().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(WorkflowFailedError)
    const { message } = (error as WorkflowFailedError).cause ?? {}
    expect(message).toMatch(/^No provider answered for City 4711, DE \(open-meteo out-of-range: /)
    expect(message).toContain('met-norway out-of-range')
    expect(message).not.toMatch(STACK_LINE)
    const details = await detailsOf(workflowId)
    expect(details).toMatch(/^\| open-meteo \| conditions \| out-of-range \| .+ \|$/m)
    expect(details).not.toMatch(STACK_LINE)
    expect(await run.describe().then((description) => description.staticSummary())).toBe(
      'City 4711, DE',
    )
  })

  it('finds who failed and who fell back among 200 cities of a workflow each', async () => {
    const cities = someCities(200)
    const [failed, fellBack] = [cities[50]!, cities[150]!]
    await start(cities)
    stack.emulator.control.setFaults([
      { ...BAD_AT_FIRST, placeLatitude: failed.latitude },
      { ...BAD_AT_SECOND, placeLatitude: failed.latitude },
      { ...BAD_AT_FIRST, placeLatitude: fellBack.latitude },
    ])
    const result = await stack.refreshAll({ fanOut: 'city', trigger: 'cli' })
    expect(result).toMatchObject({ total: 200, ok: 199, failed: 1, fallbacks: 1 })

    expect(await found(`WeatherOutcome = 'failed'`, 1)).toEqual([`refresh-city/${failed.id}`])
    const fallback = `WeatherOutcome = 'fallback' AND WeatherProvider = 'met-norway'`
    expect(await found(fallback, 1)).toEqual([`refresh-city/${fellBack.id}`])
    expect(await detailsOf(`refresh-city/${fellBack.id}`)).toContain(
      '| met-norway | conditions | served |',
    )
    const started = `WeatherTrigger = 'cli' AND WeatherRunKind = 'refresh' AND WorkflowType = 'refreshCity'`
    expect(await found(started, 200)).toHaveLength(200)
    expect(await stack.client.workflow.count('WeatherOutcome IS NOT NULL')).toMatchObject({
      count: 2,
    })
  })
})
