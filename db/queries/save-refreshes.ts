import { and, eq, sql } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { Product } from '../../domain/weather/product.ts'
import type { PlaceMemory } from '../../domain/provider/provider.ts'
import { MINUTE_MS } from '../../domain/time/durations.ts'
import { productRefreshes } from '../../domain/provider/explain.ts'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import type { CityRefresh } from './city-refresh.ts'
import type { Database, Queryable } from '../database.ts'
import { refreshStates } from '../schema/index.ts'
import { isDataFault } from './faults.ts'
import { noteIncidents } from './note-incidents.ts'
import { noteThresholds } from './note-thresholds.ts'
import { rememberPlaces } from './provider-places.ts'
import { countRefreshes } from './refresh-counts.ts'
import { confirmUnchanged, saveAirQuality, saveConditions, saveForecasts } from './readings.ts'
import { newRowWins, pagesOf } from './upsert.ts'

/** Stores a page of refreshes: readings, what is latest, states and counts, in one transaction. */
export async function saveRefreshes(
  db: Database,
  refreshes: readonly CityRefresh[],
): Promise<void> {
  // One order in every process: two pages that meet wait for each other instead of deadlocking.
  const inOrder = [...refreshes].sort((one, other) => one.cityId - other.cityId)
  for (const page of pagesOf(inOrder)) await db.transaction((tx) => savePage(tx, page))
}

async function savePage(tx: Queryable, page: readonly CityRefresh[]): Promise<void> {
  await saveConditions(tx, page)
  await saveForecasts(tx, page)
  await saveAirQuality(tx, page)
  await confirmUnchanged(tx, page)
  await saveMemories(tx, page)
  await saveStates(tx, page)
  await countRefreshes(tx, page)
  await noteThresholds(tx, page)
  await noteIncidents(
    tx,
    page.filter(({ asksAgain }) => asksAgain !== true),
  )
}

class OnlyTried extends Error {}

/** Why the database would not take a refresh for what it holds; nothing is left of the attempt. */
export async function trySaving(db: Database, refresh: CityRefresh): Promise<unknown> {
  try {
    return await db.transaction(async (tx) => {
      await savePage(tx, [refresh])
      throw new OnlyTried()
    })
  } catch (error) {
    if (error instanceof OnlyTried) return undefined
    if (isDataFault(error)) return error
    throw error
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

/** Who answered for the conditions: before its next update it has nothing new. */
const askedAt = ({ attempts, at }: CityRefresh) =>
  Object.fromEntries(
    attempts
      .filter(({ products, outcome }) => {
        return products.includes('conditions') && (outcome === 'ok' || outcome === 'unchanged')
      })
      .map(({ provider }) => [provider, at.getTime() / MINUTE_MS]),
  )

async function saveStates(tx: Queryable, page: readonly CityRefresh[]): Promise<void> {
  const rows = page.map((refresh) => ({
    cityId: refresh.cityId,
    conditionsConfirmedAt: confirmedAt(refresh, 'conditions'),
    forecastConfirmedAt: confirmedAt(refresh, 'forecast'),
    airQualityConfirmedAt: confirmedAt(refresh, 'air-quality'),
    conditionsAskedAt: askedAt(refresh),
    outcome: refresh.outcome,
    outcomeRunId: refresh.runId,
    outcomeAt: refresh.at,
    outcomeProvider: refresh.provider,
    attempts: refresh.attempts,
    productRefreshes: productRefreshes(refresh.attempts, refresh),
    asksAgain: refresh.asksAgain ?? false,
  }))
  const newest = (column: string) =>
    sql`greatest(${sql.identifier('refresh_states')}.${sql.identifier(column)}, excluded.${sql.identifier(column)})`
  const isEnded = sql`${refreshStates.claimedBy} = excluded.outcome_run_id and not excluded.asks_again`
  await tx
    .insert(refreshStates)
    .values(rows)
    .onConflictDoUpdate({
      target: refreshStates.cityId,
      set: {
        ...newRowWins(refreshStates, ['cityId', 'claimedBy', 'claimedUntil']),
        productRefreshes: sql`coalesce(${refreshStates.productRefreshes}, '{}'::jsonb) || excluded.product_refreshes`,
        conditionsConfirmedAt: newest('conditions_confirmed_at'),
        forecastConfirmedAt: newest('forecast_confirmed_at'),
        airQualityConfirmedAt: newest('air_quality_confirmed_at'),
        conditionsAskedAt: sql`${refreshStates.conditionsAskedAt} || excluded.conditions_asked_at`,
        // Only the claim of the run that reports is ended, and only when it is done with the city.
        claimedUntil: sql`case when ${isEnded} then null else ${refreshStates.claimedUntil} end`,
        claimedBy: sql`case when ${isEnded} then null else ${refreshStates.claimedBy} end`,
      },
    })
}

/** A run that ends tries no city again: what its cities came to is their end. */
export async function endAskingAgain(db: Database, runId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = await tx
      .update(refreshStates)
      .set({ asksAgain: false })
      .where(and(eq(refreshStates.outcomeRunId, runId), refreshStates.asksAgain))
      .returning({
        cityId: refreshStates.cityId,
        at: refreshStates.outcomeAt,
        attempts: refreshStates.attempts,
        outcome: refreshStates.outcome,
        provider: refreshStates.outcomeProvider,
      })
    const refreshes = ended.flatMap(({ at, outcome, attempts, ...one }) =>
      at && outcome ? [{ ...one, at, outcome, attempts: attempts ?? [], runId }] : [],
    )
    await countRefreshes(tx, refreshes)
    await noteIncidents(tx, refreshes)
  })
}
