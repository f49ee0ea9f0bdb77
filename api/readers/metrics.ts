import { Gauge } from 'prom-client'
import type { ApiDeps } from '../deps.ts'
import { within } from '../readiness/finding.ts'
import { databaseMetrics, readCounts } from './database-metrics.ts'
import { freshnessGauges, readFreshness } from './freshness-gauges.ts'

/** Prometheus gives up after ten seconds; the metrics of the process must not wait for that. */
const READ_TIMEOUT_MS = 3_000

/**
 * Counts are read from the database at each scrape: they survive restarts and cover all workers.
 * While it is down there are only the metrics of the process, and a gauge that says so.
 */
export function createScrape(deps: ApiDeps): () => Promise<string> {
  const { metrics, db, log, now } = deps
  const counted = databaseMetrics(metrics)
  const isReadable = new Gauge({
    name: 'weather247_database_readable',
    help: 'Whether this scrape could read the database: 0 or 1',
    registers: [metrics],
  })
  const freshnessShown = freshnessGauges(metrics)
  return async () => {
    const reading = Promise.all([readCounts(deps), readFreshness(db, now())])
    const read = await within(READ_TIMEOUT_MS, reading).catch((error: unknown) => {
      log.warn({ err: error }, 'the counts of the database cannot be read')
      return undefined
    })
    const [counts, freshness] = read ?? []
    isReadable.set(read === undefined ? 0 : 1)
    freshnessShown.show(freshness, now())
    for (const metric of counted) metric.show(counts, now())
    return metrics.metrics()
  }
}
