import { Counter, Gauge, type Registry } from 'prom-client'
import type { Database } from '../db/client.ts'
import { ledgers, usedIn } from '../db/queries/ledger.ts'
import { refreshTotals, requestTotals } from '../db/queries/usage.ts'
import { QUOTA_WINDOWS } from '../domain/quota.ts'
import type { ApiDeps } from './deps.ts'

/** Read from the database at each scrape: the counts survive restarts and cover all workers. */
export function registerMetrics({ metrics, db, now, settings }: ApiDeps): void {
  countRefreshes(metrics, db)
  countRequests(metrics, db)
  showQuotaUsed(metrics, db, now)
  showQuotaLimits(metrics, settings.quotaLimits ?? {})
}

function countRefreshes(registry: Registry, db: Database): void {
  new Counter({
    name: 'weather247_refreshes_total',
    help: 'City refreshes, by outcome and by the provider that served',
    labelNames: ['outcome', 'provider'],
    registers: [registry],
    async collect() {
      const totals = await refreshTotals(db)
      this.reset()
      for (const { outcome, provider, cities } of totals) this.inc({ outcome, provider }, cities)
    },
  })
}

function countRequests(registry: Registry, db: Database): void {
  new Counter({
    name: 'weather247_provider_requests_total',
    help: 'Requests to weather APIs, by outcome',
    labelNames: ['provider', 'outcome'],
    registers: [registry],
    async collect() {
      const totals = await requestTotals(db)
      this.reset()
      for (const { provider, outcome, requests } of totals) {
        this.inc({ provider, outcome }, requests)
      }
    },
  })
}

function showQuotaUsed(registry: Registry, db: Database, now: () => Date): void {
  new Gauge({
    name: 'weather247_provider_quota_used',
    help: 'Weight reserved in the current window',
    labelNames: ['provider', 'window'],
    registers: [registry],
    async collect() {
      const rows = await ledgers(db)
      this.reset()
      for (const row of rows) {
        for (const window of QUOTA_WINDOWS) {
          this.set({ provider: row.provider, window }, usedIn(row, window, now()))
        }
      }
    },
  })
}

function showQuotaLimits(
  registry: Registry,
  limits: NonNullable<ApiDeps['settings']['quotaLimits']>,
): void {
  const gauge = new Gauge({
    name: 'weather247_provider_quota_limit',
    help: 'The most weight a window may carry',
    labelNames: ['provider', 'window'],
    registers: [registry],
  })
  for (const [provider, windows] of Object.entries(limits)) {
    for (const { window, limit } of windows) gauge.set({ provider, window }, limit)
  }
}
