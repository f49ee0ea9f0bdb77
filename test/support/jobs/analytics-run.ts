import { MockActivityEnvironment } from '@temporalio/testing'
import { createAnalyticsActivities } from '../../../activities/index.ts'
import { createMemoryCache } from '../../../cache/memory-cache.ts'
import type { Database } from '../../../db/database.ts'

export interface PassOptions {
  readonly at: string
  readonly runId?: string
  readonly days?: number
  readonly citiesPerPage?: number
  readonly deadlineMs?: number
  /** What an attempt before this one has heartbeat last. */
  readonly heartbeatDetails?: unknown
  /** Called at every heartbeat; `cancel` cancels the attempt. */
  readonly onHeartbeat?: (details: unknown) => 'cancel' | undefined
}

/** The job's activities, each called as the worker would. */
export function analyticsSteps(db: Database, now: () => Date = () => new Date(0)) {
  const cache = createMemoryCache()
  const deps = { db, now, cache, cacheBackend: 'memory', cacheSeconds: 60 } as const
  const activities = createAnalyticsActivities(deps)

  const run = <Input, Result>(
    activity: (input: Input) => Promise<Result>,
    input: Input,
    { heartbeatDetails, onHeartbeat }: PassOptions,
  ): Promise<Result> => {
    const environment = new MockActivityEnvironment({ heartbeatDetails })
    environment.on('heartbeat', (details: unknown) => {
      if (onHeartbeat?.(details) === 'cancel') environment.cancel()
    })
    return environment.run(activity, input)
  }

  const passOf = (options: PassOptions) => {
    const { at, runId = 'run-1', days = 7, citiesPerPage = 2, deadlineMs = Infinity } = options
    return { runId, atMs: Date.parse(at), days, hours: 24, citiesPerPage, deadlineMs }
  }

  return {
    cache,
    rollUp: (options: PassOptions) => run(activities.rollUpConditions, passOf(options), options),
    cities: (options: PassOptions) =>
      run(activities.computeCityStatistics, passOf(options), options),
    overview: (options: PassOptions) => run(activities.storeOverview, passOf(options), options),
  }
}

export type AnalyticsSteps = ReturnType<typeof analyticsSteps>
