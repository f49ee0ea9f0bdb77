import { sql } from 'drizzle-orm'
import type { Attempt } from '../../domain/attempt.ts'
import type { CityId } from '../../domain/city.ts'
import type { CityOutcome } from '../../domain/outcome.ts'
import type { Product } from '../../domain/product.ts'
import { PROVIDER_IDS, type PlaceMemory, type ProviderId } from '../../domain/provider.ts'
import type { Reading } from '../../domain/reading.ts'
import type { Database, Queryable } from '../client.ts'
import { refreshCounts, refreshStates } from '../schema/index.ts'
import { rememberPlaces } from './places.ts'
import { confirmUnchanged, saveAirQuality, saveConditions, saveForecasts } from './readings.ts'
import { newRowWins, pagesOf } from './upsert.ts'

/** What one refresh of one city came to, ready to be stored. */
export interface CityRefresh {
  readonly cityId: CityId
  readonly runId: string
  readonly at: Date
  readonly outcome: CityOutcome
  /** Who served the conditions, or the first product where none were asked. */
  readonly provider: ProviderId | null
  readonly reading: Reading
  /** Products confirmed without a new reading. */
  readonly unchanged: readonly Product[]
  readonly attempts: readonly Attempt[]
  readonly memories: Readonly<Partial<Record<ProviderId, PlaceMemory>>>
}

/** Stores a page of refreshes: readings, what is latest, states and counts, in one transaction. */
export async function saveRefreshes(
  db: Database,
  refreshes: readonly CityRefresh[],
): Promise<void> {
  // One order for everybody: two pages that meet wait for each other instead of deadlocking.
  const inOrder = [...refreshes].sort((one, other) => one.cityId - other.cityId)
  for (const page of pagesOf(inOrder)) {
    await db.transaction(async (tx) => {
      await saveConditions(tx, page)
      await saveForecasts(tx, page)
      await saveAirQuality(tx, page)
      await confirmUnchanged(tx, page)
      await saveMemories(tx, page)
      await saveStates(tx, page)
      await countRefreshes(tx, page)
    })
  }
}

/** Beside the readings, so that a validator never outlives a reading that was not stored. */
async function saveMemories(tx: Queryable, page: readonly CityRefresh[]): Promise<void> {
  for (const provider of PROVIDER_IDS) {
    const memories = page.flatMap(({ cityId, memories }): [CityId, PlaceMemory][] => {
      const memory = memories[provider]
      return memory ? [[cityId, memory]] : []
    })
    if (memories.length > 0) await rememberPlaces(tx, provider, new Map(memories))
  }
}

function confirmedAt(refresh: CityRefresh, product: Product): Date | null {
  const { conditions, forecast, airQuality } = refresh.reading
  const reading = { conditions, forecast, 'air-quality': airQuality }[product]
  if (reading) return reading.fetchedAt
  return refresh.unchanged.includes(product) ? refresh.at : null
}

async function saveStates(tx: Queryable, page: readonly CityRefresh[]): Promise<void> {
  const rows = page.map((refresh) => ({
    cityId: refresh.cityId,
    conditionsConfirmedAt: confirmedAt(refresh, 'conditions'),
    forecastConfirmedAt: confirmedAt(refresh, 'forecast'),
    airQualityConfirmedAt: confirmedAt(refresh, 'air-quality'),
    outcome: refresh.outcome,
    outcomeRunId: refresh.runId,
    outcomeAt: refresh.at,
    outcomeProvider: refresh.provider,
    attempts: refresh.attempts,
  }))
  const newest = (column: string) =>
    sql`greatest(${sql.identifier('refresh_states')}.${sql.identifier(column)}, excluded.${sql.identifier(column)})`
  await tx
    .insert(refreshStates)
    .values(rows)
    .onConflictDoUpdate({
      target: refreshStates.cityId,
      set: {
        ...newRowWins(refreshStates, ['cityId', 'claimedBy', 'claimedUntil']),
        conditionsConfirmedAt: newest('conditions_confirmed_at'),
        forecastConfirmedAt: newest('forecast_confirmed_at'),
        airQualityConfirmedAt: newest('air_quality_confirmed_at'),
        // Only the claim of the run that reports is ended.
        claimedUntil: sql`case when ${refreshStates.claimedBy} = excluded.outcome_run_id then null else ${refreshStates.claimedUntil} end`,
        claimedBy: sql`nullif(${refreshStates.claimedBy}, excluded.outcome_run_id)`,
      },
    })
}

async function countRefreshes(tx: Queryable, page: readonly CityRefresh[]): Promise<void> {
  const counts = new Map<string, typeof refreshCounts.$inferInsert>()
  for (const { at, outcome, provider } of page) {
    const key = { day: at.toISOString().slice(0, 10), outcome, provider: provider ?? 'none' }
    const id = JSON.stringify(key)
    counts.set(id, { ...key, cities: (counts.get(id)?.cities ?? 0) + 1 })
  }
  const rows = [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
  await tx
    .insert(refreshCounts)
    .values(rows)
    .onConflictDoUpdate({
      target: [refreshCounts.day, refreshCounts.outcome, refreshCounts.provider],
      set: { cities: sql`${refreshCounts.cities} + excluded.cities` },
    })
}
