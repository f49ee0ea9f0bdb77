import { createTestApi } from '../../test/support/api/test-api.ts'
import { listening } from '../../test/support/api/raw-http.ts'

export interface ServerCost {
  readonly queries: number
  readonly residentBytes: number
  /** JavaScript's, and what is held for it outside its heap. */
  readonly heldBytes: number
}

const ID = 'refresh-all-cities/1/run'

/** The API over a Temporal that answers at once, in a process of its own. */
const { app, temporal, clock } = createTestApi()
clock.now = new Date()
temporal.tasks.set(ID, {
  taskId: ID,
  workflowId: 'refresh-all-cities/1',
  runId: 'run',
  name: 'refreshAllCities',
  status: 'STARTED',
  result: null,
  failure: null,
  reason: null,
  progress: {
    total: 10_000,
    done: 5_000,
    failed: 1,
    skipped: 0,
    joined: 0,
    waiting: 4_999,
    ratePerSecond: 100,
    fanOut: 'bulk',
    since: clock.now.toISOString(),
  },
  startedAt: clock.now,
  closedAt: null,
  attempts: null,
  nextRetryAt: null,
})

process.on('message', () => {
  globalThis.gc?.()
  const { rss: residentBytes, heapUsed, external } = process.memoryUsage()
  const heldBytes = heapUsed + external
  const cost: ServerCost = { queries: temporal.lookedUp.length, residentBytes, heldBytes }
  process.send?.(cost)
})

const port = await listening(app)
process.send?.(`http://127.0.0.1:${port}/api/weather/monitoring/task/${ID}/events`)
