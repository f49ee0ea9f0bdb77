import { afterAll, beforeAll, expect, test } from 'vitest'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import { connectTemporal, type TemporalConnection } from '../../temporal/connect.ts'
import { stalled } from '../../temporal/stalled-queue.ts'
import { startChaosStack, type ChaosStack } from '../support/refresh/chaos-stack.ts'
import { someCities } from '../support/data/some-cities.ts'
import {
  startTemporalServer,
  type TestTemporalServer,
} from '../support/temporal/temporal-server.ts'
import { until } from '../support/until.ts'
import { startWorkerProcess } from '../support/processes/worker-process.ts'

const QUEUE = TASK_QUEUES.weatherRefresh
const MAX_WAIT_MS = 300_000
/** Instead of the minute that an installation waits. */
const AFTER_MS = 5_000

/** Of its own: on a shared one the workers of other suites would take the tasks. */
let server: TestTemporalServer
let stack: ChaosStack
let temporal: TemporalConnection

beforeAll(async () => {
  server = await startTemporalServer()
  stack = await startChaosStack({
    temporalAddress: server.address,
    cities: someCities(2),
    latencyMs: 0,
  })
  temporal = connectTemporal({ connection: { address: server.address }, namespace: 'default' })
}, MAX_WAIT_MS)

afterAll(async () => {
  await temporal.close()
  await stack.close()
  await server.close()
})

const isStalled = async () => (await stalled(temporal.client, QUEUE, AFTER_MS)) !== undefined

test(
  'tasks wait without a worker, with one that works none does, with one that is frozen they wait again',
  async () => {
    expect(await isStalled()).toBe(false)
    const first = await stack.startRun({ fanOut: 'bulk' })
    await until(isStalled, { what: 'a task that waits', timeoutMs: MAX_WAIT_MS })
    const waiting = await stalled(temporal.client, QUEUE, AFTER_MS)
    expect(waiting?.tasks).toBeGreaterThanOrEqual(1)
    expect(waiting?.oldestSeconds).toBeGreaterThanOrEqual(AFTER_MS / 1000)
    // What waits for less than the limit is no news.
    expect(await stalled(temporal.client, QUEUE, 2 * MAX_WAIT_MS)).toBeUndefined()

    const worker = startWorkerProcess(stack.variables)
    await first.result
    await until(async () => !(await isStalled()), { what: 'nothing waits', timeoutMs: MAX_WAIT_MS })

    process.kill(worker.pid, 'SIGSTOP')
    const later = await Promise.all(
      Array.from({ length: 20 }, () => stack.startRun({ fanOut: 'bulk' })),
    )
    await until(isStalled, { what: 'tasks that a frozen worker leaves', timeoutMs: MAX_WAIT_MS })
    process.kill(worker.pid, 'SIGCONT')
    await Promise.all(later.map(({ result }) => result))
    await until(async () => !(await isStalled()), { what: 'work goes on', timeoutMs: MAX_WAIT_MS })
    await worker.stop()
  },
  MAX_WAIT_MS,
)
