import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { analyticsKeys } from '../../cache/keys.ts'
import { importCities } from '../../db/queries/cities.ts'
import { cityAnalyticsById } from '../../db/queries/city-analytics.ts'
import { newestOverview } from '../../db/queries/analytics-overviews.ts'
import { analyticsReports, cityAnalytics } from '../../db/schema/index.ts'
import type { OverviewDocument } from '../../contracts/analytics-documents.ts'
import { withTestDatabase } from '../support/fixtures/with-test-database.ts'
import {
  analyticsSteps,
  type AnalyticsSteps,
  type PassOptions,
} from '../support/jobs/analytics-run.ts'
import { SEEDED_AT, seedAnalytics } from '../support/data/analytics-seed.ts'
import { someCities } from '../support/data/some-cities.ts'
import { postgresUrl } from '../support/services/test-database.ts'

const KINDS = postgresUrl ? (['embedded', 'postgres'] as const) : (['embedded'] as const)

const GOLDEN = JSON.parse(
  readFileSync(new URL('analytics-overview.json', import.meta.url), 'utf8'),
) as OverviewDocument

const cached = async ({ cache }: AnalyticsSteps, key: string): Promise<unknown> => {
  const text = (await cache.getMany([key])).get(key)
  return text === undefined ? undefined : JSON.parse(text)
}

describe.each(KINDS)('analytics on the %s database', (kind) => {
  const database = withTestDatabase({ kind })
  beforeAll(async () => {
    await seedAnalytics(database.db)
    await analyticsSteps(database.db).rollUp({ at: SEEDED_AT })
  })

  const BERLIN = {
    city_id: 1,
    city: 'Berlin',
    country: 'DE',
    avg_temperature: 6,
    max_temperature: 10,
    min_temperature: 2,
    avg_humidity: 67.5,
    data_points: 5,
    from_date: '2026-11-16',
    to_date: '2026-11-22',
    generated_at: SEEDED_AT,
    units: { temperature: '°C', humidity: '%' },
  }

  it('computes each city over its own last days, stores it and puts it into the cache', async () => {
    const steps = analyticsSteps(database.db)
    const counts = { citiesProcessed: 3, citiesWithoutData: 1, isWhole: true }
    expect(await steps.cities({ at: SEEDED_AT })).toEqual(counts)
    expect(await cached(steps, analyticsKeys.city(1))).toEqual(BERLIN)
    expect(await cached(steps, analyticsKeys.city(3))).toMatchObject({
      avg_temperature: 26,
      data_points: 1,
      from_date: '2026-11-17',
      to_date: '2026-11-23',
    })
    for (const id of [4, 5]) {
      expect(await cached(steps, analyticsKeys.city(id))).toBeUndefined()
      expect(await cityAnalyticsById(database.db, id)).toBeUndefined()
    }
  })

  it('goes on with the cities that a killed attempt had not reached', async () => {
    const steps = analyticsSteps(database.db)
    let last: unknown
    const onHeartbeat: PassOptions['onHeartbeat'] = (details) => {
      last ??= details
      return 'cancel'
    }
    await expect(steps.cities({ at: SEEDED_AT, onHeartbeat })).rejects.toThrow('CANCELLED')
    expect(last).toEqual({ afterCityId: 2, citiesProcessed: 2, citiesWithoutData: 0 })
    const resumed = analyticsSteps(database.db)
    expect(await resumed.cities({ at: SEEDED_AT, heartbeatDetails: last })).toEqual({
      citiesProcessed: 3,
      citiesWithoutData: 1,
      isWhole: true,
    })
    expect(await cached(resumed, analyticsKeys.city(1))).toBeUndefined()
    expect(await cached(resumed, analyticsKeys.city(3))).toBeDefined()
  })

  it('E38, S56, S57, S60: stores and caches an overview of real counters and local days, one per run', async () => {
    const steps = analyticsSteps(database.db)
    await steps.cities({ at: SEEDED_AT })
    for (let attempt = 1; attempt <= 2; attempt++) {
      expect(await steps.overview({ at: SEEDED_AT })).toEqual({ isWhole: true })
    }
    expect(await newestOverview(database.db)).toEqual(GOLDEN)
    expect(await cached(steps, analyticsKeys.overview)).toEqual(GOLDEN)
    expect(await database.db.select().from(analyticsReports)).toHaveLength(1)
  })

  it('stores no half of an overview when there is no time for the whole', async () => {
    const steps = analyticsSteps(database.db, () => new Date(5))
    const late = { at: '2026-11-22T11:00:00.000Z', runId: 'late', deadlineMs: 5 }
    expect(await steps.overview(late)).toEqual({ isWhole: false })
    expect(await newestOverview(database.db)).toMatchObject({ generated_at: SEEDED_AT })
    expect(await cached(steps, analyticsKeys.overview)).toBeUndefined()
    expect(await steps.cities(late)).toEqual({
      citiesProcessed: 0,
      citiesWithoutData: 0,
      isWhole: false,
    })
  })

  it('forgets the statistics of a city whose readings have left its days', async () => {
    const steps = analyticsSteps(database.db)
    await steps.cities({ at: SEEDED_AT })
    const at = '2026-11-28T23:30:00.000Z'
    expect(await steps.cities({ at })).toEqual({
      citiesProcessed: 1,
      citiesWithoutData: 3,
      isWhole: true,
    })
    const stored = await database.db.select().from(cityAnalytics)
    expect(stored.map(({ cityId }) => cityId)).toEqual([3])
    expect(await cached(steps, analyticsKeys.city(1))).toBeUndefined()
  })
})

describe.each(KINDS)('analytics of nothing on the %s database', (kind) => {
  const database = withTestDatabase({ kind })

  const overview = async (runId: string) => {
    await analyticsSteps(database.db).overview({ at: SEEDED_AT, runId })
    return (await newestOverview(database.db)) as OverviewDocument
  }

  it('is full of nulls, and no error', async () => {
    const { api_usage, cache_performance, data_freshness, weather_trends } = await overview('none')
    expect(api_usage).toMatchObject({ total_requests: 0, unique_cities: 0, top_cities: [] })
    expect(cache_performance).toMatchObject({ hit_rate: null, cache_efficiency: null, by_kind: [] })
    expect(data_freshness).toMatchObject({
      total_cities: 0,
      freshness_score: null,
      freshness_grade: null,
      city_details: [],
    })
    expect(weather_trends).toMatchObject({
      total_data_points: 0,
      overall_stats: {
        avg_temperature: null,
        max_temperature: null,
        min_temperature: null,
        avg_humidity: null,
      },
      daily_trends: [],
      top_cities: [],
    })
  })

  it('names the hundred stalest cities, and says how many more there are', async () => {
    await importCities(database.db, someCities(130))
    await database.db.execute(
      sql`update refresh_states set conditions_confirmed_at = ${SEEDED_AT}::timestamptz - city_id * interval '1 minute'`,
    )
    await database.db.execute(sql`delete from analytics_reports`)
    const { data_freshness } = await overview('many')
    expect(data_freshness).toMatchObject({
      total_cities: 130,
      freshness_breakdown: { very_fresh: 14, fresh: 16, stale: 90, very_stale: 10, no_data: 0 },
      city_details_omitted: 30,
    })
    expect(data_freshness.city_details).toHaveLength(100)
    expect(data_freshness.city_details[0]).toMatchObject({ city_id: 130, age_minutes: 130 })
    expect(data_freshness.city_details.at(-1)).toMatchObject({ city_id: 31, status: 'stale' })
  })
})
