import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import * as tables from '../../../db/schema/index.ts'
import { CLEANED_TABLES, ruleOf } from '../../../db/queries/cleanup-rules.ts'
import { deleteOldBatch } from '../../../db/queries/cleanup.ts'
import { cutoffOf, type KeepDays } from '../../../domain/retention.ts'

export const AS_OF = new Date('2026-11-22T02:00:00.000Z')
export const KEEP: KeepDays = {
  readings: 30,
  forecasts: 7,
  rollups: 90,
  summaries: 60,
  usage: 45,
  audit: 300,
}
export const [CITY, OTHER_CITY] = [1, 2]

export const cutoffFor = (table: string, asOf = AS_OF): Date =>
  cutoffOf(asOf, ruleOf(table).keptDays(KEEP))

interface Cleaning {
  readonly asOf?: Date
  readonly size?: number
  readonly runId?: string
}

/** @returns how many batches it took. */
export async function clean(
  db: Database,
  table: string,
  { asOf, size = 1000, runId = 'run' }: Cleaning = {},
): Promise<number> {
  const cutoff = cutoffFor(table, asOf)
  let batches = 0
  for (let deleted = size; deleted === size; batches++) {
    deleted = await deleteOldBatch(db, { table, cutoff, runId, size, now: AS_OF })
  }
  return batches
}

export async function emptyTables(db: Database): Promise<void> {
  await db.execute(sql.raw(`truncate ${CLEANED_TABLES.join(', ')}`))
}

export interface ConditionsOverTime {
  readonly count: number
  readonly newestAt: Date
  readonly everyMs: number
  /** Number of cities; the rows go to each in turn, from id 1. */
  readonly cities: number
}

/** Rows of conditions going back in time. */
export async function storeConditionsOverTime(
  db: Database,
  { count, newestAt, everyMs, cities }: ConditionsOverTime,
): Promise<void> {
  await db.execute(sql`
    insert into conditions (
      city_id, provider, valid_at, basis, derived, fetched_at, confirmed_at, run_id, temperature_c
    )
    select 1 + n % ${cities}::int, 'open-meteo', at, 'analysis', '{}', at, at, 'aged', 12.5
    from generate_series(0, ${count}::int - 1) n,
      lateral (select ${newestAt.toISOString()}::timestamptz - n * ${everyMs}::int * interval '1 ms' as at) t`)
}

/** The cutoff of this number of days, moved by the seconds. */
export const at = (days: number, seconds = 0): Date =>
  new Date(cutoffOf(AS_OF, days).getTime() + seconds * 1000)
const OLD = -1

export const reading = (days: number, seconds = 0, cityId = CITY) => ({
  cityId,
  provider: 'open-meteo' as const,
  validAt: at(days, seconds),
  basis: 'analysis' as const,
  derived: [],
  fetchedAt: AS_OF,
  confirmedAt: AS_OF,
  runId: 'run',
})

const forecast = (date: string) => ({ ...reading(0), date, partial: false })

const hour = (days: number, seconds = 0) => ({
  cityId: CITY,
  hour: at(days, seconds),
  samples: 1,
  temperatureSamples: 0,
  temperatureSumC: 0,
  humiditySamples: 0,
  relativeHumiditySumPct: 0,
})

const summary = (days: number, seconds = 0) => ({
  runId: `run ${days} ${seconds}`,
  workflowId: 'w',
  workflowType: 'w',
  trigger: 'cli',
  status: 'completed',
  startedAt: at(days, seconds),
  finishedAt: AS_OF,
  summary: {},
})

export const usage = (days: number, seconds = 0, requests = 1) => ({
  provider: 'open-meteo' as const,
  outcome: 'ok' as const,
  hour: at(days, seconds),
  requests,
  places: 2 * requests,
  weight: 0.5 * requests,
  defects: 3 * requests,
  unknownCodes: 4 * requests,
})

export const refreshed = (day: string, cities = 1) =>
  ({ day, outcome: 'ok', provider: 'open-meteo', cities }) as const

const trace = (days: number, seconds = 0) => ({
  runId: `run ${days} ${seconds}`,
  tableName: 'conditions',
  deleted: 1,
  countedAt: at(days, seconds),
})

const alert = (days: number, seconds = 0) =>
  ({
    key: `alert ${days} ${seconds}`,
    type: 'cache',
    severity: 'warning',
    status: 'resolved',
    message: 'm',
    recommendation: 'r',
    raisedAt: at(days, seconds),
    lastSeenAt: at(days, seconds),
    occurrences: 1,
    resolvedAt: at(days, seconds),
  }) as const

const providerChange = (days: number, seconds = 0) =>
  ({
    at: at(days, seconds),
    provider: 'open-meteo',
    changedBy: 'loopback',
    change: { isEnabled: false },
    before: { isEnabled: null },
  }) as const

const OPINIONS = {
  provider: 'open-meteo',
  asked: 1,
  compared: 1,
  disagreed: 0,
  weight: 1,
} as const

const OPINION = {
  basis: 'analysis',
  validAt: AS_OF.toISOString(),
  temperatureC: 10,
  windSpeedKmh: null,
  precipitationMm: null,
  precipitationWindowMinutes: null,
  condition: null,
} as const

const disagreed = (days: number, seconds = 0) => ({
  cityId: CITY,
  provider: 'open-meteo' as const,
  otherProvider: 'nws' as const,
  kinds: ['temperature' as const],
  served: { ...OPINION, provider: 'open-meteo' as const },
  other: { ...OPINION, provider: 'nws' as const },
  startedAt: at(days, seconds),
  lastAt: at(days, seconds),
  endedAt: at(days, seconds),
  runId: 'run',
})

const flagged = (days: number, seconds = 0) =>
  ({
    cityId: CITY,
    provider: 'open-meteo',
    flag: 'jump',
    field: 'temperatureC',
    since: at(days, seconds),
    until: at(days, seconds),
    notedAt: at(days, seconds),
  }) as const

const drift = (days: number, seconds = 0) =>
  ({
    provider: 'open-meteo',
    quotaWindow: 'day',
    windowEnd: at(days, seconds),
    at: at(days, seconds),
    quotaLimit: 100,
    ledgerLeft: 60,
    reportedLeft: 37,
    source: 'headers',
  }) as const

const incident = (days: number, seconds = 0) => ({
  provider: 'open-meteo' as const,
  cause: 'unreachable' as const,
  status: 'closed' as const,
  severity: 'minor' as const,
  endpoints: [],
  startedAt: at(days, seconds),
  lastFailureAt: at(days, seconds),
  endedAt: at(days, seconds),
  kinds: {},
  servedBy: {},
  runIds: [],
  judgedAt: AS_OF,
})

const incidentCity = (incidentId: number, firstAt: Date) => ({
  incidentId,
  cityId: CITY,
  firstAt,
  wasUnserved: false,
})

const named = (key: string, createdAt: Date) => ({
  key,
  bodyHash: 'hash',
  requestId: '01234567-89ab-4def-8123-456789abcdef',
  createdAt,
  claimedUntil: createdAt,
})

const change = (days: number, seconds = 0) => ({
  at: at(days, seconds),
  requestId: 'request',
  caller: 'loopback',
  role: 'admin' as const,
  address: '127.0.0.1',
  method: 'POST',
  route: '/api/weather/cache/clear',
  target: '/api/weather/cache/clear',
})

const freshnessTime = (days: number, seconds = 0) => ({
  objective: 'all=30@95',
  since: at(days, seconds),
  until: at(days, seconds),
  cities: 1,
  lateCities: 0,
  citySeconds: 0,
  lateCitySeconds: 0,
})

/** In every table one row at the edge that is kept, and one just beyond. */
export async function storeEdges(db: Database): Promise<void> {
  await db.insert(tables.conditions).values([reading(30), reading(30, OLD)])
  await db
    .insert(tables.airQuality)
    .values([reading(30), reading(30, OLD)].map((row) => ({ ...row, indices: {} })))
  await db.insert(tables.forecastDays).values([forecast('2026-11-15'), forecast('2026-11-14')])
  await db.insert(tables.latestConditions).values([reading(30), reading(30, OLD, OTHER_CITY)])
  await db.insert(tables.conditionHours).values([hour(90), hour(90, OLD)])
  await db.insert(tables.analyticsReports).values([
    { generatedAt: at(90), runId: 'young', report: {} },
    { generatedAt: at(90, OLD), runId: 'old', report: {} },
  ])
  await db.insert(tables.runSummaries).values([summary(60), summary(60, OLD)])
  await db.insert(tables.auditEvents).values([change(300), change(300, OLD)])
  await db.insert(tables.providerUsage).values([usage(45), usage(45, OLD)])
  await db.insert(tables.providerChanges).values([providerChange(300), providerChange(300, OLD)])
  await db.insert(tables.quotaDrifts).values([drift(90), drift(90, OLD)])
  await db.insert(tables.refreshCounts).values([refreshed('2026-10-08'), refreshed('2026-10-07')])
  await db.insert(tables.cityReadHours).values([
    { cityId: CITY, hour: at(2), reads: 1 },
    { cityId: CITY, hour: at(2, OLD), reads: 1 },
  ])
  await db.insert(tables.cacheHours).values([
    { hour: at(30), kind: 'current', hits: 1, misses: 1 },
    { hour: at(30, OLD), kind: 'current', hits: 1, misses: 1 },
  ])
  await db.insert(tables.freshnessTimes).values([freshnessTime(31), freshnessTime(31, OLD)])
  await db.insert(tables.alerts).values([alert(90), alert(90, OLD)])
  await db.insert(tables.incidents).values([incident(90), incident(90, OLD)])
  await db
    .insert(tables.incidentCities)
    .values([incidentCity(1, at(90)), incidentCity(2, at(90, OLD))])
  await db.insert(tables.disagreements).values([disagreed(90), disagreed(90, OLD)])
  await db.insert(tables.valueFlags).values([flagged(90), flagged(90, OLD)])
  await db.insert(tables.secondOpinionDays).values([
    { ...OPINIONS, day: '2026-08-24' },
    { ...OPINIONS, day: '2026-08-23' },
  ])
  await storeDeliveries(db)
  await storeCrossings(db)
  await db.insert(tables.idempotencyKeys).values([named('young', at(1)), named('old', at(1, OLD))])
  await db.insert(tables.cleanupDays).values([
    { localDate: '2025-11-22', runId: 'young', claimedAt: AS_OF },
    { localDate: '2025-11-21', runId: 'old', claimedAt: AS_OF },
  ])
  await db.insert(tables.cleanupCounts).values([trace(365), trace(365, OLD)])
}

async function storeDeliveries(db: Database): Promise<void> {
  const notification = { type: 'webhook.test', subject: 'webhook', data: {} } as const
  const hook = {
    name: 'hook',
    url: 'https://example.org',
    secret: 's',
    types: [],
    createdAt: AS_OF,
  }
  const [webhook] = await db
    .insert(tables.webhooks)
    .values(hook)
    .onConflictDoUpdate({ target: tables.webhooks.name, set: hook })
    .returning()
  const stored = await db
    .insert(tables.notifications)
    .values([30, 30].map((days, index) => ({ ...notification, at: at(days, index * OLD) })))
    .returning()
  const deliveries = stored.map(({ id, at: createdAt }) => ({
    webhookId: webhook?.id ?? 0,
    notificationId: id,
    createdAt,
  }))
  await db.insert(tables.webhookDeliveries).values(deliveries)
}

async function storeCrossings(db: Database): Promise<void> {
  const hot = {
    name: 'hot',
    field: 'temperatureC',
    side: 'above',
    value: 35,
    createdAt: AS_OF,
  } as const
  const [threshold] = await db
    .insert(tables.thresholds)
    .values(hot)
    .onConflictDoUpdate({ target: tables.thresholds.name, set: hot })
    .returning()
  const crossings = [0, OLD].map((seconds) => ({
    thresholdId: threshold?.id ?? 0,
    cityId: CITY,
    provider: 'open-meteo' as const,
    startedAt: at(91),
    startValue: 36,
    endedAt: at(90, seconds),
  }))
  await db.insert(tables.thresholdCrossings).values(crossings)
}
