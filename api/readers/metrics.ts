import { Counter, Gauge, type Registry } from 'prom-client'
import { usedIn } from '../../db/queries/ledger-windows.ts'
import { readProviderSetups } from '../../db/queries/provider-controls.ts'
import { ledgers } from '../../db/queries/provider-ledgers.ts'
import { unreadTotals, requestTotals } from '../../db/queries/provider-usage.ts'
import { refreshTotals } from '../../db/queries/refresh-counts.ts'
import { inUse, type ProviderSetup } from '../../domain/provider/provider-setup.ts'
import { QUOTA_WINDOWS } from '../../domain/quota/windows.ts'
import type { ApiDeps } from '../deps.ts'
import { within } from '../readiness/check.ts'

/** Prometheus gives up after ten seconds; the metrics of the process must not wait for that. */
const READ_TIMEOUT_MS = 3_000

/**
 * Counts are read from the database at each scrape: they survive restarts and cover all workers.
 * While it is down there are only the metrics of the process, and a gauge that says so.
 */
export function createScrape(deps: ApiDeps): () => Promise<string> {
  const { metrics, db, log, now } = deps
  const counts = databaseMetrics(metrics)
  const isReadable = new Gauge({
    name: 'weather247_database_readable',
    help: 'Whether this scrape could read the database: 0 or 1',
    registers: [metrics],
  })
  const limits = quotaLimits(metrics)
  return async () => {
    const reading = Promise.all([
      refreshTotals(db),
      requestTotals(db),
      unreadTotals(db),
      ledgers(db),
      readProviderSetups(db, deps.settings.providers ?? []),
    ])
    const read = await within(READ_TIMEOUT_MS, reading).catch((error: unknown) => {
      log.warn({ err: error }, 'the counts of the database cannot be read')
      return undefined
    })
    isReadable.set(read === undefined ? 0 : 1)
    counts.forget()
    if (read !== undefined) {
      counts.show(read, now())
      limits.show(read[4])
    }
    return metrics.metrics()
  }
}

type Read = [
  Awaited<ReturnType<typeof refreshTotals>>,
  Awaited<ReturnType<typeof requestTotals>>,
  Awaited<ReturnType<typeof unreadTotals>>,
  Awaited<ReturnType<typeof ledgers>>,
  readonly ProviderSetup[],
]

function databaseMetrics(registry: Registry) {
  const registers = [registry]
  const refreshes = new Counter({
    name: 'weather247_refreshes_total',
    help: 'City refreshes, by outcome and by the provider that served',
    labelNames: ['outcome', 'provider'],
    registers,
  })
  const requests = new Counter({
    name: 'weather247_provider_requests_total',
    help: 'Requests to weather APIs, by outcome',
    labelNames: ['provider', 'outcome'],
    registers,
  })
  const defects = new Counter({
    name: 'weather247_provider_adapter_defects_total',
    help: 'Answers that an adapter failed on by a fault in its code; the log has where',
    labelNames: ['provider'],
    registers,
  })
  const unknownCodes = new Counter({
    name: 'weather247_provider_unknown_codes_total',
    help: 'Weather codes in answers that the adapter does not know; attempts say which',
    labelNames: ['provider'],
    registers,
  })
  const quotaUsed = new Gauge({
    name: 'weather247_provider_quota_used',
    help: 'Weight reserved in the current window',
    labelNames: ['provider', 'window'],
    registers,
  })
  const forget = () =>
    [refreshes, requests, defects, unknownCodes, quotaUsed].forEach((metric) => metric.reset())
  return {
    forget,
    show([refreshed, requested, unread, ledgerRows]: Read, now: Date): void {
      for (const { outcome, provider, cities } of refreshed) {
        refreshes.inc({ outcome, provider }, cities)
      }
      for (const { provider, outcome, requests: sent } of requested) {
        requests.inc({ provider, outcome }, sent)
      }
      for (const row of unread) {
        defects.inc({ provider: row.provider }, row.defects)
        unknownCodes.inc({ provider: row.provider }, row.unknownCodes)
      }
      for (const row of ledgerRows) {
        for (const window of QUOTA_WINDOWS) {
          quotaUsed.set({ provider: row.provider, window }, usedIn(row, window, now))
        }
      }
    },
  }
}

function quotaLimits(registry: Registry) {
  const gauge = new Gauge({
    name: 'weather247_provider_quota_limit',
    help: 'The most weight a window may carry',
    labelNames: ['provider', 'window'],
    registers: [registry],
  })
  return {
    show(setups: readonly ProviderSetup[]): void {
      gauge.reset()
      for (const { id: provider, limits } of inUse(setups)) {
        for (const { window, limit } of limits.quota) gauge.set({ provider, window }, limit)
      }
    },
  }
}
