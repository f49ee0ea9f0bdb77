import { countAlerts } from '../../db/queries/alerts.ts'
import { conditionAges } from '../../db/queries/condition-ages.ts'
import { countIncidents, listIncidents } from '../../db/queries/incidents.ts'
import { providerDays } from '../../db/queries/provider-stats.ts'
import { bucketsOf, freshnessScore } from '../../domain/analytics/data-freshness.ts'
import { shareScore, type SystemScores } from '../../domain/health/system-score.ts'
import { windowStart } from '../../domain/quota/windows.ts'
import { DAY_MS, SECOND_MS } from '../../domain/time/durations.ts'
import { OLDEST_BUCKET_S } from '../../domain/weather/freshness.ts'
import { isTemporalUnavailable } from '../../temporal/unavailable.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import type { ApiDeps } from '../deps.ts'
import { createHealth, type Health } from '../health/health.ts'
import { providerReports } from '../health/providers.ts'
import { readProviders } from './providers.ts'

const KEPT_MS = 5 * SECOND_MS
const MOST_FAILOVERS = 50

export type StatusDeps = Pick<ApiDeps, 'db' | 'temporal' | 'cache' | 'now' | 'log' | 'settings'>

export type SystemHealth = Awaited<ReturnType<typeof readHealth>>
export type ProviderUse = Awaited<ReturnType<typeof readUse>>

/** Each is read once in five seconds, however many ask. */
export function createSystemStatus(deps: StatusDeps, recent: RecentAnswers) {
  const health = createHealth(deps)
  return {
    health: recent.share(() => readHealth(deps, health), KEPT_MS),
    use: recent.share(() => readUse(deps), KEPT_MS),
    realTime: recent.share(() => readRealTime(deps), KEPT_MS),
  }
}

async function readHealth({ db, now }: StatusDeps, health: () => Promise<Health>) {
  const at = now()
  const [found, ages, alerts, incidents] = await Promise.all([
    health(),
    conditionAges(db, at, OLDEST_BUCKET_S),
    countAlerts(db, { isOver: false }),
    countIncidents(db, { isOver: false }),
  ])
  const { temporal, workers, database, redis, providers } = found.components
  const parts = [temporal, workers, database, redis].filter(
    ({ status }) => status !== 'not_used' && status !== 'unknown',
  )
  const scores: SystemScores = {
    freshness: freshnessScore(bucketsOf(ages)),
    providers: shareScore(providers.providers.map(({ isUsable }) => isUsable)),
    parts: shareScore(parts.map(({ status }) => status === 'healthy')),
  }
  return { at, overall: found.overall, scores, alerts, incidents }
}

async function readUse(deps: StatusDeps) {
  const { db, now } = deps
  const at = now()
  const from = windowStart('day', at)
  const to = new Date(from.getTime() + DAY_MS)
  const [providers, failovers] = await Promise.all([
    readProviders(deps),
    countIncidents(db, { isFailover: true, since: new Date(at.getTime() - DAY_MS) }),
  ])
  const usage = await Promise.all(
    providers.map(async ({ id, setup: { costPerCall } }) => {
      const [day] = await providerDays(db, id, { from, to })
      const { requests = 0, successes: success = 0, weight = 0 } = day ?? {}
      const cost = costPerCall === null ? null : weight * costPerCall
      return { provider: id, requests, success, errors: requests - success, cost }
    }),
  )
  return { at, providers, usage, failovers }
}

async function readRealTime(deps: StatusDeps) {
  const { db, temporal, log, now } = deps
  const [providers, failovers, active] = await Promise.all([
    providerReports(deps),
    listIncidents(db, { isFailover: true, isOver: false, limit: MOST_FAILOVERS }),
    temporal.workload().then(
      ({ runningTasks }) => runningTasks,
      (error: unknown) => {
        if (!isTemporalUnavailable(error)) throw error
        log.warn({ err: error }, 'what runs cannot be counted')
        return null
      },
    ),
  ])
  return { at: now(), providers, failovers, active }
}
