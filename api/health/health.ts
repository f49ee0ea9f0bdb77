import { overallStatus, type OverallStatus } from '../../domain/health/overall-status.ts'
import { SECOND_MS } from '../../domain/time/durations.ts'
import { sharedAnswer } from '../background/shared-answer.ts'
import type { ApiDeps, ApiSettings } from '../deps.ts'
import { findWriting } from '../readiness/database.ts'
import {
  checkDatabase,
  checkRedis,
  checkTemporal,
  checkWorkers,
  type WorkersState,
} from './checks.ts'
import type { TimedState } from './component.ts'
import { checkProviders, type ProvidersState } from './providers.ts'

/** Load balancers ask every few seconds, each for itself. */
const KEEP_MS = 3 * SECOND_MS
/** A probe that writes is to be small beside what is written anyway. */
const WRITE_EVERY_MS = 30 * SECOND_MS

export type HealthDeps = Pick<ApiDeps, 'db' | 'temporal' | 'cache' | 'now' | 'log'> & {
  readonly settings: Pick<ApiSettings, 'providers' | 'cache'>
}

export interface Health {
  readonly at: Date
  readonly overall: OverallStatus
  readonly components: {
    readonly temporal: TimedState
    readonly workers: WorkersState
    readonly database: TimedState
    readonly redis: TimedState
    readonly providers: ProvidersState
  }
}

/** How the installation stands; checked once every few seconds, however many ask. */
export function createHealth(deps: HealthDeps): () => Promise<Health> {
  const { now } = deps
  const writing = sharedAnswer(() => findWriting(deps), { keepMs: WRITE_EVERY_MS, now })
  return sharedAnswer(() => findHealth(deps, writing), { keepMs: KEEP_MS, now })
}

async function findHealth(
  deps: HealthDeps,
  writing: () => ReturnType<typeof findWriting>,
): Promise<Health> {
  const [[temporal, workers], database, redis, providers] = await Promise.all([
    checkTemporal(deps).then(async (server) => [server, await checkWorkers(deps, server)] as const),
    checkDatabase(deps, writing),
    checkRedis(deps),
    checkProviders(deps),
  ])
  const components = { temporal, workers, database, redis, providers }
  const overall = overallStatus({
    components: {
      temporal: temporal.status,
      workers: workers.status,
      database: database.status,
      redis: redis.status,
      providers: providers.status,
    },
    isServed: providers.isServed,
  })
  return { at: deps.now(), overall, components }
}
