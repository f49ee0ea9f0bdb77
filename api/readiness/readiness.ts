import { TASK_QUEUES, type TaskQueue } from '../../contracts/task-queues.ts'
import { SECOND_MS } from '../../domain/time/durations.ts'
import type { ApiDeps } from '../deps.ts'
import { sharedAnswer } from '../background/shared-answer.ts'
import { degraded, failing, OK, skipped, type Finding } from './finding.ts'
import { findReading, findWriting, NO_DATABASE } from './database.ts'
import { findFreshness } from './freshness.ts'

/** What each check is about; those that fail make the answer 503. */
export const CHECK_NAMES = [
  'database',
  'writing',
  'temporal',
  'workers',
  'progress',
  'freshness',
  'cache',
] as const

export type CheckName = (typeof CHECK_NAMES)[number]

export interface Readiness {
  readonly checks: Readonly<Record<CheckName, Finding>>
  readonly unserved: readonly TaskQueue[]
}

/** A probe that writes is to be small beside what is written anyway. */
const WRITE_EVERY_MS = 30_000
const KEPT_MS = SECOND_MS
const FRESHNESS_EVERY_MS = 10_000

const NO_TEMPORAL = skipped('Temporal does not answer')
const QUEUE = TASK_QUEUES.weatherRefresh

export type ReadinessDeps = Pick<ApiDeps, 'db' | 'temporal' | 'cache' | 'now' | 'log' | 'settings'>

export function createReadiness(deps: ReadinessDeps): () => Promise<Readiness> {
  const { db, temporal, now } = deps
  const writing = sharedAnswer(() => findWriting(deps), { keepMs: WRITE_EVERY_MS, now })
  const freshness = sharedAnswer(() => findFreshness(deps), { keepMs: FRESHNESS_EVERY_MS, now })
  // Strangers may ask, and each check is a dozen calls.
  return sharedAnswer(check, { keepMs: KEPT_MS, now })

  async function check(): Promise<Readiness> {
    const [database, isServing, unserved, progress, cache] = await Promise.all([
      findReading(db),
      temporal.isServing(),
      temporal.unservedQueues(),
      findProgress(deps),
      findCache(deps),
    ])
    const isReadable = database.status === 'ok'
    const checks = {
      database,
      writing: isReadable ? await writing() : NO_DATABASE,
      temporal: isServing ? OK : failing('Temporal does not answer'),
      // The other queues' jobs may wait: what is read and refreshed for people does not need them.
      workers: unserved.includes(QUEUE) ? failing(`no worker polls ${QUEUE}`) : OK,
      progress: isServing ? progress : NO_TEMPORAL,
      freshness: isReadable ? await freshness() : NO_DATABASE,
      cache,
    }
    return { checks, unserved }
  }
}

async function findProgress({ temporal, log }: ReadinessDeps): Promise<Finding> {
  try {
    const waiting = await temporal.stalled(QUEUE)
    if (waiting === undefined) return OK
    const { tasks, oldestSeconds } = waiting
    const what = tasks === 1 ? '1 task waits' : `${tasks} tasks wait`
    return failing(
      `no worker takes work on ${QUEUE}: ${what}, the longest for ${oldestSeconds} s. ` +
        'See whether workers hang, or have too few slots',
    )
  } catch (error) {
    log.warn({ err: error }, 'whether tasks wait cannot be read')
    return NO_TEMPORAL
  }
}

/** Losing Redis costs speed only. */
async function findCache({ cache, settings }: ReadinessDeps): Promise<Finding> {
  if (settings.cache.backend === 'memory' || (await cache.healthy())) return OK
  return degraded('Redis does not answer at REDIS_URL: everything is read from the database')
}
