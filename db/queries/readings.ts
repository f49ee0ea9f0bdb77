import { and, eq, gte, inArray, sql, type SQL } from 'drizzle-orm'
import type { Product } from '../../domain/weather/product.ts'
import { PROVIDER_IDS, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Queryable } from '../database.ts'
import { airQuality, conditions, forecastDays, latestConditions } from '../schema/index.ts'
import type { CityRefresh } from './city-refresh.ts'
import { newRowWins, pagesOf } from './upsert.ts'

const NATURAL_KEYS = {
  conditions: ['cityId', 'provider', 'validAt'],
  forecastDays: ['cityId', 'provider', 'date'],
  airQuality: ['cityId', 'provider', 'validAt'],
}

const confirmed = ({ runId }: CityRefresh, fetchedAt: Date) => ({ confirmedAt: fetchedAt, runId })

export async function saveConditions(tx: Queryable, page: readonly CityRefresh[]): Promise<void> {
  const rows = page.flatMap((refresh) => {
    const reading = refresh.reading.conditions
    if (!reading) return []
    const derived = [...reading.derived]
    return [
      { cityId: refresh.cityId, ...reading, derived, ...confirmed(refresh, reading.fetchedAt) },
    ]
  })
  if (rows.length === 0) return
  await tx
    .insert(conditions)
    .values(rows)
    .onConflictDoUpdate({
      target: [conditions.cityId, conditions.provider, conditions.validAt],
      set: newRowWins(conditions, [...NATURAL_KEYS.conditions, 'flags']),
      // A later answer may correct the same moment; an answer that left earlier never wins.
      setWhere: sql`excluded.fetched_at >= ${conditions.fetchedAt}`,
    })
  await tx
    .insert(latestConditions)
    .values(rows.map(({ cityId, provider, validAt }) => ({ cityId, provider, validAt })))
    .onConflictDoUpdate({
      target: latestConditions.cityId,
      set: newRowWins(latestConditions, ['cityId']),
      setWhere: sql`excluded.valid_at >= ${latestConditions.validAt}`,
    })
}

export async function saveForecasts(tx: Queryable, page: readonly CityRefresh[]): Promise<void> {
  const rows = page.flatMap((refresh) => {
    const forecast = refresh.reading.forecast
    if (!forecast) return []
    const { provider, fetchedAt } = forecast
    const derived = [...forecast.derived]
    return forecast.days.map((day) => ({
      cityId: refresh.cityId,
      provider,
      fetchedAt,
      derived,
      ...day,
      ...confirmed(refresh, fetchedAt),
    }))
  })
  for (const part of pagesOf(rows)) {
    await tx
      .insert(forecastDays)
      .values(part)
      .onConflictDoUpdate({
        target: [forecastDays.cityId, forecastDays.provider, forecastDays.date],
        set: newRowWins(forecastDays, NATURAL_KEYS.forecastDays),
        setWhere: sql`excluded.fetched_at >= ${forecastDays.fetchedAt}`,
      })
  }
}

export async function saveAirQuality(tx: Queryable, page: readonly CityRefresh[]): Promise<void> {
  const rows = page.flatMap((refresh) => {
    const reading = refresh.reading.airQuality
    if (!reading) return []
    return [{ cityId: refresh.cityId, ...reading, ...confirmed(refresh, reading.fetchedAt) }]
  })
  if (rows.length === 0) return
  await tx
    .insert(airQuality)
    .values(rows)
    .onConflictDoUpdate({
      target: [airQuality.cityId, airQuality.provider, airQuality.validAt],
      set: newRowWins(airQuality, NATURAL_KEYS.airQuality),
      setWhere: sql`excluded.fetched_at >= ${airQuality.fetchedAt}`,
    })
}

/** What a 304 said is still a provider's newest is as fresh as if it had been fetched again. */
export async function confirmUnchanged(tx: Queryable, page: readonly CityRefresh[]): Promise<void> {
  for (const provider of PROVIDER_IDS) {
    const newest = sql`(select max(n.valid_at) from conditions n where n.city_id = ${conditions.cityId} and n.provider = ${provider})`
    const unchanged = (product: Product) => unchangedAt(page, provider, product)
    await confirm(tx, conditions, provider, unchanged('conditions'), () =>
      eq(conditions.validAt, newest),
    )
    await confirm(tx, forecastDays, provider, unchanged('forecast'), (at) =>
      gte(forecastDays.date, at.toISOString().slice(0, 10)),
    )
  }
}

const unchangedAt = (page: readonly CityRefresh[], provider: ProviderId, product: Product) =>
  page.filter(({ attempts }) =>
    attempts.some(
      (attempt) =>
        attempt.provider === provider &&
        attempt.outcome === 'unchanged' &&
        attempt.products.includes(product),
    ),
  )

async function confirm(
  tx: Queryable,
  table: typeof conditions | typeof forecastDays,
  provider: ProviderId,
  unchanged: readonly CityRefresh[],
  which: (at: Date) => SQL,
): Promise<void> {
  const [first] = unchanged
  if (!first) return
  const cityIds = unchanged.map(({ cityId }) => cityId)
  await tx
    .update(table)
    .set({ confirmedAt: first.at })
    .where(and(eq(table.provider, provider), inArray(table.cityId, cityIds), which(first.at)))
}
