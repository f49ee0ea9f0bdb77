import { getTableName, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { KeepDays } from '../../domain/retention.ts'
import {
  airQuality,
  alerts,
  analyticsReports,
  auditEvents,
  cacheHours,
  cityReadHours,
  cleanupCounts,
  cleanupDays,
  conditionHours,
  conditions,
  disagreements,
  forecastDays,
  freshnessTimes,
  idempotencyKeys,
  incidentCities,
  incidents,
  latestConditions,
  providerChanges,
  notifications,
  providerUsage,
  quotaDrifts,
  refreshCounts,
  runSummaries,
  secondOpinionDays,
  thresholdCrossings,
  valueFlags,
  webhookDeliveries,
} from '../schema/index.ts'
import { areServed } from './latest-conditions.ts'
import { timestamptz } from './timestamptz.ts'

/** What is too old in a table, and what becomes of it. */
export interface CleanupRule {
  readonly table: PgTable
  /** Rows go in the order of this column. */
  readonly column: AnyPgColumn
  readonly keptDays: (keep: KeepDays) => number
  readonly isOld: (cutoff: Date) => SQL
  readonly fold?: Fold
}

/** Rows that are added up in one of the first day of time, so that totals never fall. */
export interface Fold {
  readonly keys: readonly AnyPgColumn[]
  readonly sums: readonly AnyPgColumn[]
}

export const FOLD_DAY = '1970-01-01T00:00:00Z'

/** The overview looks back one day. */
const READ_HOURS_DAYS = 2
const CACHE_HOURS_DAYS = 30
const DRIFT_DAYS = 90
/** Objectives look back 30. */
const FRESHNESS_TIMES_DAYS = 31
const RESOLVED_ALERTS_DAYS = 90
const CLOSED_INCIDENTS_DAYS = 90
const NOTIFICATIONS_DAYS = 30
const CROSSINGS_DAYS = 90
const DOUBTS_DAYS = 90
/** As long as a key is answered from what was kept. */
const IDEMPOTENCY_DAYS = 1
/** A cleanup's own traces. */
const TRACE_DAYS = 365
/** For a run whose input does not say. */
const AUDIT_DAYS = 365

type Aged = Pick<CleanupRule, 'column' | 'isOld'>

const moment = (column: AnyPgColumn): Aged => ({
  column,
  isOld: (cutoff) => sql`${column} < ${timestamptz(cutoff)}`,
})

/** A city's date is judged by the UTC one: half a day of difference is nothing in days. */
const day = (column: AnyPgColumn): Aged => ({
  column,
  isOld: (cutoff) => sql`${column} < ${cutoff.toISOString().slice(0, 10)}::date`,
})

const afterFold = ({ column, isOld }: Aged): Aged => ({
  column,
  isOld: (cutoff) => sql`${isOld(cutoff)} and ${column} > ${FOLD_DAY}`,
})

/** Pointers to rows that are to go, and to rows that are gone. */
const dangling: Aged = {
  column: latestConditions.validAt,
  isOld: (cutoff) => sql`(
    ${moment(latestConditions.validAt).isOld(cutoff)}
    or not exists (
      select 1 from ${conditions} where ${areServed}
    )
  )`,
}

type Age = keyof KeepDays | number

const rule = (table: PgTable, kept: Age, aged: Aged, fold?: Fold): CleanupRule => ({
  table,
  keptDays: (keep) => (typeof kept === 'number' ? kept : (keep[kept] ?? AUDIT_DAYS)),
  ...aged,
  ...(fold && { fold }),
})

const RULES: readonly CleanupRule[] = [
  rule(conditions, 'readings', moment(conditions.validAt)),
  rule(airQuality, 'readings', moment(airQuality.validAt)),
  rule(forecastDays, 'forecasts', day(forecastDays.date)),
  rule(latestConditions, 'readings', dangling),
  rule(conditionHours, 'rollups', moment(conditionHours.hour)),
  rule(analyticsReports, 'rollups', moment(analyticsReports.generatedAt)),
  rule(runSummaries, 'summaries', moment(runSummaries.startedAt)),
  rule(auditEvents, 'audit', moment(auditEvents.at)),
  rule(providerUsage, 'usage', afterFold(moment(providerUsage.hour)), {
    keys: [providerUsage.provider, providerUsage.endpoint, providerUsage.outcome],
    sums: [
      providerUsage.requests,
      providerUsage.places,
      providerUsage.weight,
      providerUsage.defects,
      providerUsage.unknownCodes,
      providerUsage.timed,
      providerUsage.durationMs,
    ],
  }),
  rule(refreshCounts, 'usage', afterFold(day(refreshCounts.day)), {
    keys: [refreshCounts.outcome, refreshCounts.provider],
    sums: [refreshCounts.cities],
  }),
  rule(providerChanges, 'audit', moment(providerChanges.at)),
  rule(quotaDrifts, DRIFT_DAYS, moment(quotaDrifts.at)),
  rule(cityReadHours, READ_HOURS_DAYS, moment(cityReadHours.hour)),
  rule(alerts, RESOLVED_ALERTS_DAYS, moment(alerts.resolvedAt)),
  rule(incidentCities, CLOSED_INCIDENTS_DAYS, moment(incidentCities.firstAt)),
  rule(incidents, CLOSED_INCIDENTS_DAYS, moment(incidents.endedAt)),
  rule(thresholdCrossings, CROSSINGS_DAYS, moment(thresholdCrossings.endedAt)),
  rule(disagreements, DOUBTS_DAYS, moment(disagreements.endedAt)),
  rule(valueFlags, DOUBTS_DAYS, moment(valueFlags.until)),
  rule(secondOpinionDays, DOUBTS_DAYS, day(secondOpinionDays.day)),
  rule(webhookDeliveries, NOTIFICATIONS_DAYS, moment(webhookDeliveries.createdAt)),
  rule(notifications, NOTIFICATIONS_DAYS, moment(notifications.at)),
  rule(idempotencyKeys, IDEMPOTENCY_DAYS, moment(idempotencyKeys.createdAt)),
  rule(freshnessTimes, FRESHNESS_TIMES_DAYS, moment(freshnessTimes.until)),
  rule(cacheHours, CACHE_HOURS_DAYS, moment(cacheHours.hour)),
  rule(cleanupDays, TRACE_DAYS, day(cleanupDays.localDate)),
  rule(cleanupCounts, TRACE_DAYS, moment(cleanupCounts.countedAt)),
]

const BY_NAME = new Map(RULES.map((one) => [getTableName(one.table), one]))

/** Tables that lose rows by age, the largest first. */
export const CLEANED_TABLES: readonly string[] = [...BY_NAME.keys()]

export function ruleOf(table: string): CleanupRule {
  const found = BY_NAME.get(table)
  if (!found) throw new Error(`no rule says what is old in ${table}`)
  return found
}
