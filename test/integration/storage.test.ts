import { count, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { migrateDatabase } from '../../db/migrate.ts'
import { ModeMismatchError } from '../../db/mode-mismatch-error.ts'
import { importCities } from '../../db/queries/cities.ts'
import { findCity } from '../../db/queries/find-city.ts'
import { claimDue, claimsOf, releaseClaims } from '../../db/queries/claims.ts'
import { countDue, nextDue } from '../../db/queries/due.ts'
import { latestConditionsOf } from '../../db/queries/latest-conditions.ts'
import { saveRefreshes } from '../../db/queries/save-refreshes.ts'
import type { CityRefresh } from '../../db/queries/city-refresh.ts'
import { placeMemories } from '../../db/queries/provider-places.ts'
import { refreshTotals } from '../../db/queries/refresh-counts.ts'
import {
  airQuality,
  conditions,
  forecastDays,
  latestConditions,
  refreshCounts,
  refreshStates,
} from '../../db/schema/index.ts'
import type { AirQuality, Conditions, Forecast } from '../../domain/weather/reading.ts'
import { withTestDatabase } from '../support/fixtures/with-test-database.ts'
import { someCities } from '../support/data/some-cities.ts'
import { postgresUrl } from '../support/services/test-database.ts'

const KINDS = postgresUrl ? (['embedded', 'postgres'] as const) : (['embedded'] as const)
const NOON = new Date('2026-03-01T12:00:00Z')
const later = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000)

const conditionsAt = (validAt: Date, overrides: Partial<Conditions> = {}): Conditions => ({
  provider: 'open-meteo',
  fetchedAt: validAt,
  validAt,
  basis: 'analysis',
  temperatureC: 10,
  apparentTemperatureC: null,
  relativeHumidityPct: 50,
  pressureMslHpa: 1013,
  visibilityKm: null,
  uvIndex: null,
  windSpeedKmh: 10,
  windGustKmh: null,
  windDirectionDeg: 180,
  cloudCoverPct: 20,
  precipitationMm: 0,
  precipitationWindowMinutes: -15,
  condition: 'clear',
  intensity: null,
  isDay: null,
  sunriseAt: null,
  sunsetAt: null,
  derived: [],
  ...overrides,
})

const forecastAt = (fetchedAt: Date, temperatureMaxC: number): Forecast => ({
  provider: 'met-norway',
  fetchedAt,
  derived: ['temperatureMaxC'],
  days: ['2026-03-01', '2026-03-02'].map((date) => ({
    date,
    temperatureMaxC,
    temperatureMinC: 1,
    precipitationMm: 0,
    precipitationProbability: 0.2,
    windSpeedMaxKmh: 20,
    windGustMaxKmh: null,
    uvIndexMax: null,
    condition: 'rain',
    intensity: 'light',
    sunriseAt: null,
    sunsetAt: null,
    partial: false,
  })),
})

const airAt = (validAt: Date): AirQuality => ({
  provider: 'open-meteo',
  fetchedAt: validAt,
  validAt,
  basis: 'forecast',
  pm2_5: 5,
  pm10: 9,
  carbonMonoxide: null,
  nitrogenDioxide: null,
  sulphurDioxide: null,
  ozone: 60,
  ammonia: null,
  indices: { 'european-aqi': 22 },
})

const refreshOf = (overrides: Partial<CityRefresh>): CityRefresh => ({
  cityId: 1,
  runId: 'run-1',
  at: NOON,
  outcome: 'ok',
  provider: 'open-meteo',
  reading: {},
  unchanged: [],
  attempts: [],
  memories: {},
  ...overrides,
})

describe.each(KINDS)('storage on the %s database', (kind) => {
  const database = withTestDatabase({ kind, cities: someCities(10) })
  beforeEach(async () => {
    const { db } = database
    await db.delete(conditions)
    await db.delete(latestConditions)
    await db.delete(refreshCounts)
    await db.update(refreshStates).set({
      conditionsConfirmedAt: null,
      claimedBy: null,
      claimedUntil: null,
      outcomeRunId: null,
      outcomeAt: null,
    })
  })

  it('migrates twice without a change, and refuses the other mode', async () => {
    await migrateDatabase(database.db, 'live')
    await expect(migrateDatabase(database.db, 'demo')).rejects.toThrow(ModeMismatchError)
  })

  it('E15: keeps one row when the same refresh is stored again, however often', async () => {
    const { db } = database
    const reading = {
      conditions: conditionsAt(NOON),
      forecast: forecastAt(NOON, 9),
      airQuality: airAt(NOON),
    }
    for (let time = 0; time < 10; time++) await saveRefreshes(db, [refreshOf({ reading })])
    for (const [table, rows] of [
      [conditions, 1],
      [forecastDays, 2],
      [airQuality, 1],
    ] as const) {
      expect(await db.select({ rows: count() }).from(table)).toEqual([{ rows }])
    }
  })

  it('takes better values for the same moment, and not those that were fetched earlier', async () => {
    const { db } = database
    const better = conditionsAt(NOON, { fetchedAt: later(5), temperatureC: 12 })
    const stored = async () => (await db.select().from(conditions)).map((row) => row.temperatureC)
    await saveRefreshes(db, [refreshOf({ reading: { conditions: conditionsAt(NOON) } })])
    await saveRefreshes(db, [refreshOf({ reading: { conditions: better } })])
    expect(await stored()).toEqual([12])
    await saveRefreshes(db, [refreshOf({ reading: { conditions: conditionsAt(NOON) } })])
    expect(await stored()).toEqual([12])
  })

  it('never serves older conditions in place of newer ones', async () => {
    const { db } = database
    const older = conditionsAt(NOON, { provider: 'met-norway', fetchedAt: later(20) })
    await saveRefreshes(db, [refreshOf({ reading: { conditions: conditionsAt(later(15)) } })])
    await saveRefreshes(db, [refreshOf({ reading: { conditions: older } })])
    const [latest] = await latestConditionsOf(db, [1])
    expect(latest).toMatchObject({ provider: 'open-meteo', validAt: later(15) })
    expect(await db.select({ rows: count() }).from(conditions)).toEqual([{ rows: 2 }])
  })

  it('confirms what a 304 left unchanged, and remembers what providers taught', async () => {
    const { db } = database
    const memory = { lastModified: 'Sun, 01 Mar 2026 12:00:00 GMT' }
    const reading = { conditions: conditionsAt(NOON, { provider: 'met-norway' }) }
    await saveRefreshes(db, [refreshOf({ reading, provider: 'met-norway' })])
    await saveRefreshes(db, [
      refreshOf({
        provider: 'met-norway',
        unchanged: ['conditions'],
        memories: { 'met-norway': memory },
        attempts: [{ provider: 'met-norway', products: ['conditions'], outcome: 'unchanged' }],
        at: later(30),
      }),
    ])
    const [latest] = await latestConditionsOf(db, [1])
    expect(latest).toMatchObject({ fetchedAt: NOON, confirmedAt: later(30) })
    const [state] = await db.select().from(refreshStates).where(eq(refreshStates.cityId, 1))
    expect(state?.conditionsConfirmedAt).toEqual(later(30))
    expect(await placeMemories(db, 'met-norway', [1])).toEqual(new Map([[1, memory]]))
  })

  it('counts refreshes by outcome and provider', async () => {
    const { db } = database
    const failed = { outcome: 'failed', provider: null } as const
    await saveRefreshes(db, [refreshOf({ cityId: 1 }), refreshOf({ cityId: 2, ...failed })])
    expect(await refreshTotals(db)).toEqual(
      expect.arrayContaining([
        { outcome: 'ok', provider: 'open-meteo', cities: 1 },
        { outcome: 'failed', provider: 'none', cities: 1 },
      ]),
    )
  })

  const claim = (runId: string, now: Date, cityIds = [1, 2, 3]) =>
    claimDue(database.db, {
      runId,
      cityIds,
      cutoffs: { conditions: NOON },
      now,
      until: new Date(now.getTime() + 60_000),
    })

  it('lets only one of many runs claim a city', async () => {
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, index) => claim(`run-${index}`, NOON)),
    )
    const claimed = claims.flatMap((each) => each.claimed.map(({ city }) => city.id))
    expect(claimed.sort()).toEqual([1, 2, 3])
    const held = claims.flatMap((each) => each.held)
    expect(held).toHaveLength(8 * 3 - 3)
  })

  it('gives a run its own claims again, and others those that ran out or were released', async () => {
    await claim('run-1', NOON)
    expect((await claim('run-1', later(0.5))).claimed).toHaveLength(3)
    expect((await claim('run-2', later(0.6))).held).toEqual([1, 2, 3])
    expect((await claim('run-2', later(5))).claimed).toHaveLength(3)
    await releaseClaims(database.db, 'run-2')
    expect((await claim('run-3', later(5))).claimed).toHaveLength(3)
    const [status] = await claimsOf(database.db, [1], later(5.1))
    expect(status?.heldBy).toBe('run-3')
  })

  it('does not claim what this run has finished, nor what is not due', async () => {
    await saveRefreshes(database.db, [
      refreshOf({ cityId: 1, runId: 'run-9', outcome: 'failed', provider: null }),
      refreshOf({ cityId: 2, reading: { conditions: conditionsAt(later(1)) } }),
    ])
    const { claimed } = await claim('run-9', later(2))
    expect(claimed.map(({ city }) => city.id)).toEqual([3])
    const counts = await countDue(database.db, { kind: 'all' }, { conditions: NOON })
    expect(counts).toEqual({ active: 10, due: 9 })
  })

  it('lists first what was tried longest ago, so that short runs together reach every city', async () => {
    const { db } = database
    const reached: number[] = []
    for (let run = 1; run <= 3; run++) {
      const startedAt = later(15 * run)
      const page = await nextDue(db, {
        scope: { kind: 'all' },
        cutoffs: { conditions: startedAt },
        startedAt,
        after: { triedAtMs: 0, cityId: 0 },
        limit: 4,
      })
      const ids = page.map(({ cityId }) => cityId)
      reached.push(...ids)
      await saveRefreshes(
        db,
        ids.map((cityId) => refreshOf({ cityId, runId: `run-${run}`, at: later(15 * run + 1) })),
      )
    }
    expect(new Set(reached.slice(0, 10)).size).toBe(10)
  })

  it('pages through what is due without a gap or a repeat', async () => {
    const { db } = database
    const ids: number[] = []
    let after = { triedAtMs: 0, cityId: 0 }
    for (;;) {
      const page = await nextDue(db, {
        scope: { kind: 'all' },
        cutoffs: { conditions: NOON },
        startedAt: later(60 * 24),
        after,
        limit: 3,
      })
      const last = page.at(-1)
      if (!last) break
      ids.push(...page.map(({ cityId }) => cityId))
      after = last
    }
    expect(ids).toHaveLength(10)
    expect(new Set(ids).size).toBe(10)
  })

  it('finds cities by name without regard to case and accents', async () => {
    const [city] = someCities(1)
    if (!city) throw new Error('no city')
    await importCities(database.db, [{ ...city, id: 99, name: 'São Paulo', countryCode: 'BR' }])
    const found = await findCity(database.db, 'SAO  paulo', { countryCode: 'br' })
    expect(found).toMatchObject({ kind: 'found', city: { id: 99 } })
  })
})
