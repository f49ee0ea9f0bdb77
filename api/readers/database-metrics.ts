import { Counter, Gauge, type Registry } from 'prom-client'
import { usedIn } from '../../db/queries/ledger-windows.ts'
import { readProviderSetups } from '../../db/queries/provider-controls.ts'
import { ledgers } from '../../db/queries/provider-ledgers.ts'
import { unreadTotals, requestTotals } from '../../db/queries/provider-usage.ts'
import { refreshTotals } from '../../db/queries/refresh-counts.ts'
import { inUse } from '../../domain/provider/provider-setup.ts'
import { QUOTA_WINDOWS } from '../../domain/quota/windows.ts'
import type { ApiDeps } from '../deps.ts'

/** What a scrape reads from the database. */
export async function readCounts({ db, settings }: ApiDeps) {
  const [refreshes, requests, unread, ledgerRows, setups] = await Promise.all([
    refreshTotals(db),
    requestTotals(db),
    unreadTotals(db),
    ledgers(db),
    readProviderSetups(db, settings.providers ?? []),
  ])
  return { refreshes, requests, unread, ledgerRows, setups }
}

export type Counts = Awaited<ReturnType<typeof readCounts>>

export interface DatabaseMetric {
  /** Without counts where the database could not be read. */
  show(counts: Counts | undefined, now: Date): void
}

export const databaseMetrics = (registry: Registry): DatabaseMetric[] =>
  [refreshes, requests, defects, unknownCodes, quotaUsed, quotaLimits].map((metric) =>
    metric([registry]),
  )

type Registers = Registry[]

/** Begins again at each scrape, and is empty where the database could not be read. */
const renewed = (
  metric: Counter | Gauge,
  fill: (counts: Counts, now: Date) => void,
): DatabaseMetric => ({
  show(counts, now) {
    metric.reset()
    if (counts) fill(counts, now)
  },
})

function refreshes(registers: Registers): DatabaseMetric {
  const counter = new Counter({
    name: 'weather247_refreshes_total',
    help: 'City refreshes, by outcome and by the provider that served',
    labelNames: ['outcome', 'provider'],
    registers,
  })
  return renewed(counter, (counts) => {
    for (const { outcome, provider, cities } of counts.refreshes) {
      counter.inc({ outcome, provider }, cities)
    }
  })
}

function requests(registers: Registers): DatabaseMetric {
  const counter = new Counter({
    name: 'weather247_provider_requests_total',
    help: 'Requests to weather APIs, by outcome',
    labelNames: ['provider', 'outcome'],
    registers,
  })
  return renewed(counter, (counts) => {
    for (const { provider, outcome, requests: sent } of counts.requests) {
      counter.inc({ provider, outcome }, sent)
    }
  })
}

function defects(registers: Registers): DatabaseMetric {
  const counter = new Counter({
    name: 'weather247_provider_adapter_defects_total',
    help: 'Answers that an adapter failed on by a fault in its code; the log has where',
    labelNames: ['provider'],
    registers,
  })
  return renewed(counter, ({ unread }) => {
    for (const { provider, defects: some } of unread) counter.inc({ provider }, some)
  })
}

function unknownCodes(registers: Registers): DatabaseMetric {
  const counter = new Counter({
    name: 'weather247_provider_unknown_codes_total',
    help: 'Weather codes in answers that the adapter does not know; attempts say which',
    labelNames: ['provider'],
    registers,
  })
  return renewed(counter, ({ unread }) => {
    for (const { provider, unknownCodes: some } of unread) counter.inc({ provider }, some)
  })
}

function quotaUsed(registers: Registers): DatabaseMetric {
  const gauge = new Gauge({
    name: 'weather247_provider_quota_used',
    help: 'Weight reserved in the current window',
    labelNames: ['provider', 'window'],
    registers,
  })
  return renewed(gauge, ({ ledgerRows }, now) => {
    for (const row of ledgerRows) {
      for (const window of QUOTA_WINDOWS) {
        gauge.set({ provider: row.provider, window }, usedIn(row, window, now))
      }
    }
  })
}

/** Stands while the database is away: a limit is no count. */
function quotaLimits(registers: Registers): DatabaseMetric {
  const gauge = new Gauge({
    name: 'weather247_provider_quota_limit',
    help: 'The most weight a window may carry',
    labelNames: ['provider', 'window'],
    registers,
  })
  return {
    show(counts) {
      if (!counts) return
      gauge.reset()
      for (const { id: provider, limits } of inUse(counts.setups)) {
        for (const { window, limit } of limits.quota) gauge.set({ provider, window }, limit)
      }
    },
  }
}
