import { hitRate } from '../../domain/analytics/cache-performance.ts'
import { bucketsOf, citiesIn, freshnessScore } from '../../domain/analytics/data-freshness.ts'
import type { AlertFacts, ProviderAlertFacts } from '../../domain/alerts/alert-facts.ts'
import type { ProviderSetup } from '../../domain/provider/provider-setup.ts'
import { requestsOf, successRate } from '../../domain/quota/levels.ts'
import type { QuotaFacts } from '../../domain/quota/quota-report.ts'
import { HOUR_MS } from '../../domain/time/durations.ts'
import { hoursUpTo, startOfHour } from '../../domain/time/hours.ts'
import { OLDEST_BUCKET_S } from '../../domain/weather/freshness.ts'
import type { Queryable } from '../database.ts'
import { cacheUseSince } from './cache-hours.ts'
import { conditionAges } from './condition-ages.ts'
import { objectiveReports } from './objective-reports.ts'
import { factsInUse } from './quota-facts.ts'

const CACHE_HOURS = 24

/** What the rules of alerts judge. */
export async function alertFacts(
  db: Queryable,
  setups: readonly ProviderSetup[],
  now: Date,
): Promise<AlertFacts> {
  const [since = now] = hoursUpTo(now, CACHE_HOURS)
  const uses = await cacheUseSince(db, since)
  const hits = uses.reduce((sum, use) => sum + use.hits, 0)
  const misses = uses.reduce((sum, use) => sum + use.misses, 0)
  const buckets = bucketsOf(await conditionAges(db, now, OLDEST_BUCKET_S))
  const cities = citiesIn(buckets)
  const stale = cities - buckets.very_fresh - buckets.fresh
  return {
    cacheReads: hits + misses,
    cacheHitRate: hitRate({ hits, misses }),
    cities,
    freshnessScore: freshnessScore(buckets),
    staleShare: cities === 0 ? null : stale / cities,
    objectives: await objectiveReports(db, now),
    providers: (await factsInUse(db, setups, now)).map((facts) => providerFactsOf(facts, now)),
  }
}

function providerFactsOf(
  { provider, hours, limits, used, money }: QuotaFacts,
  now: Date,
): ProviderAlertFacts {
  const since = startOfHour(now).getTime() - HOUR_MS
  const latest = hours.filter(({ hour }) => hour.getTime() >= since)
  const rate = successRate(latest)
  const timed = latest.reduce((sum, hour) => sum + (hour.timed ?? 0), 0)
  const durationMs = latest.reduce((sum, hour) => sum + (hour.durationMs ?? 0), 0)
  return {
    provider,
    requests: requestsOf(latest.filter(({ outcome }) => outcome !== 'rate-limited')),
    errorRate: rate === null ? null : 1 - rate,
    responseMs: timed === 0 ? null : durationMs / timed,
    budgetShare: money?.spentShare ?? null,
    windows: limits
      .filter(({ limit }) => limit > 0)
      .map(({ window, limit }) => ({ window, usedShare: used[window] / limit })),
  }
}
