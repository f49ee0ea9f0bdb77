import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@temporalio/client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { JobEnd, RunLimits } from '../../contracts/job.ts'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import { connectTemporal } from '../../temporal/connect.ts'
import {
  refreshInput,
  startRefreshStack,
  type RefreshStack,
} from '../support/refresh/refresh-stack.ts'
import { watch } from '../support/refresh/refresh-watch.ts'
import { someCities } from '../support/data/some-cities.ts'
import {
  startTemporalServer,
  type TestTemporalServer,
} from '../support/temporal/temporal-server.ts'

const CITIES = someCities(3)
const AWAY_MS = 2_000

/** One job of each frame: the refresh's own, and the one the other jobs share. */
const JOBS = {
  refreshAllCities: {
    queue: TASK_QUEUES.weatherRefresh,
    input: (limits: RunLimits) => refreshInput({ trigger: 'schedule', limits }),
  },
  monitorApiQuota: {
    queue: TASK_QUEUES.monitoring,
    input: (limits: RunLimits) => ({ trigger: 'schedule', limits }),
  },
} as const

describe.each(Object.entries(JOBS))('a run of %s', (workflow, { queue, input }) => {
  let server: TestTemporalServer
  let client: Client
  let stack: RefreshStack | undefined

  beforeAll(async () => {
    server = await startTemporalServer()
    client = connectTemporal({
      connection: { address: server.address },
      namespace: 'default',
    }).client
  })
  afterAll(() => server.close())
  afterEach(() => stack?.close())

  const limits = (expiresAfterMs: number | null): RunLimits => ({
    ...refreshInput().limits,
    expiresAfterMs,
  })

  const begin = (expiresAfterMs: number | null) =>
    client.workflow.start(workflow, {
      taskQueue: queue,
      workflowId: `expiry/${workflow}/${expiresAfterMs ?? 'never'}`,
      args: [input(limits(expiresAfterMs))],
    })

  it('expires that no worker took up in time, and keeps a summary; a patient one does not', async () => {
    const late = await begin(1_000)
    const patient = await begin(null)
    await sleep(AWAY_MS)
    stack = await startRefreshStack({
      temporalAddress: server.address,
      cities: CITIES,
      moreQueues: [queue],
    })
    const expired = (await late.result()) as JobEnd
    expect(expired.status).toBe('expired')
    expect(await watch(stack).summaryOf(expired.runId)).toMatchObject({
      workflowType: workflow,
      trigger: 'schedule',
      status: 'expired',
      summary: expired,
    })
    expect(await patient.result()).not.toMatchObject({ status: 'expired' })

    const prompt = await begin(60_000)
    expect(await prompt.result()).not.toMatchObject({ status: 'expired' })
  })
})
