import { TASK_QUEUE_NAMES, TASK_QUEUES, type TaskQueue } from '../../contracts/task-queues.ts'
import type { ApiDeps, ApiSettings } from '../deps.ts'
import type { Finding } from '../readiness/finding.ts'
import { findReading } from '../readiness/database.ts'
import {
  degraded,
  HEALTHY,
  notUsed,
  timed,
  unasked,
  unhealthy,
  unknown,
  type ComponentState,
  type TimedState,
} from './component.ts'

/** Longer than each part asks for itself, so that its own words are the reason. */
const LIMIT_MS = 8_000

export interface WorkersState extends TimedState {
  readonly queues: readonly (ComponentState & { readonly queue: TaskQueue })[]
}

export const checkTemporal = ({ temporal }: Pick<ApiDeps, 'temporal'>): Promise<TimedState> =>
  timed({
    limitMs: LIMIT_MS,
    check: async () =>
      (await temporal.isServing()) ? HEALTHY : unhealthy('Temporal does not answer'),
    failed: (reason) => unhealthy(`Temporal does not answer: ${reason}`),
  })

const everyQueue = (state: ComponentState): WorkersState['queues'] =>
  TASK_QUEUE_NAMES.map((queue) => ({ queue, ...state }))

/** A worker counts where it asked its queue for work lately. */
export async function checkWorkers(
  { temporal }: Pick<ApiDeps, 'temporal'>,
  server: ComponentState,
): Promise<WorkersState> {
  if (server.status !== 'healthy') {
    const nothing = unknown('Temporal does not answer')
    return { ...unasked(nothing), queues: everyQueue(nothing) }
  }
  return timed<ComponentState & Pick<WorkersState, 'queues'>>({
    limitMs: LIMIT_MS,
    check: async () => workersState(await temporal.unservedQueues()),
    failed: (reason) => ({ ...unknown(reason), queues: everyQueue(unknown(reason)) }),
  })
}

function workersState(unserved: readonly TaskQueue[]) {
  const queues = TASK_QUEUE_NAMES.map((queue) => ({
    queue,
    ...(unserved.includes(queue) ? unhealthy('no worker polls it') : HEALTHY),
  }))
  if (unserved.length === 0) return { ...HEALTHY, queues }
  const isRefreshed = !unserved.includes(TASK_QUEUES.weatherRefresh)
  const state = isRefreshed ? degraded : unhealthy
  return { ...state(`no worker polls ${unserved.join(', ')}`), queues }
}

/** What can be read but not written is served on, and grows older. */
export const checkDatabase = (
  { db }: Pick<ApiDeps, 'db'>,
  writing: () => Promise<Finding>,
): Promise<TimedState> =>
  timed({
    limitMs: LIMIT_MS,
    check: async () => {
      const read = await findReading(db)
      if (read.status !== 'ok') return unhealthy(read.reason ?? 'it cannot be read')
      const written = await writing()
      return written.status === 'ok' ? HEALTHY : degraded(written.reason ?? 'nothing is stored')
    },
    failed: unhealthy,
  })

export async function checkRedis({
  cache,
  settings,
}: Pick<ApiDeps, 'cache'> & {
  readonly settings: Pick<ApiSettings, 'cache'>
}): Promise<TimedState> {
  if (settings.cache.backend === 'memory') {
    return unasked(notUsed('REDIS_URL is not set: every process caches for itself'))
  }
  return timed({
    limitMs: LIMIT_MS,
    check: async () => ((await cache.healthy()) ? HEALTHY : unhealthy(AWAY)),
    failed: (reason) => unhealthy(`${AWAY}: ${reason}`),
  })
}

const AWAY = 'Redis does not answer at REDIS_URL'
