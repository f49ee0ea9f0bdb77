import { importCities } from '../../../db/queries/cities.ts'
import type { CityRefresh } from '../../../db/queries/city-refresh.ts'
import { recordRequest } from '../../../db/queries/provider-usage.ts'
import { saveRunSummary } from '../../../db/queries/run-summaries.ts'
import { saveRefreshes } from '../../../db/queries/save-refreshes.ts'
import type { Database } from '../../../db/database.ts'
import type { City } from '../../../domain/city/city.ts'
import type { ProviderId } from '../../../domain/provider/provider-catalogue.ts'
import type { Condition } from '../../../domain/weather/condition.ts'
import { airQualityAt, forecastDay, forecastOf } from '../data/stored-readings.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const SKIES: readonly Condition[] = ['clear', 'partly_cloudy', 'overcast', 'rain', 'mostly_clear']

/** Hours without a value, and hours that another provider served. */
const GAP_HOURS = [9, 10, 11, 12]
const FALLBACK_HOURS = [13, 14, 15, 16, 17]

const temperatureAt = (city: City, at: Date): number => {
  const hour = (at.getTime() / HOUR_MS + city.longitude / 15) % 24
  const daily = 5 * Math.sin(((hour - 9) / 24) * 2 * Math.PI)
  return Math.round((28 - Math.abs(city.latitude) * 0.5 + daily) * 10) / 10
}

function refreshOf(city: City, at: Date, provider: ProviderId): CityRefresh {
  return {
    cityId: city.id,
    runId: 'run',
    at,
    outcome: 'ok',
    provider,
    unchanged: [],
    attempts: [{ provider, products: ['conditions'], outcome: 'ok' }],
    memories: {},
    reading: {
      conditions: {
        provider,
        fetchedAt: at,
        validAt: at,
        basis: 'analysis',
        temperatureC: temperatureAt(city, at),
        apparentTemperatureC: temperatureAt(city, at) - 1.5,
        relativeHumidityPct: 64,
        pressureMslHpa: 1012.3,
        visibilityKm: 24,
        uvIndex: null,
        windSpeedKmh: 18.2,
        windGustKmh: provider === 'met-norway' ? null : 31,
        windDirectionDeg: 240,
        cloudCoverPct: 40,
        precipitationMm: 0,
        precipitationWindowMinutes: -60,
        condition: SKIES[city.id % SKIES.length] ?? 'clear',
        intensity: null,
        isDay: true,
        sunriseAt: null,
        sunsetAt: null,
        derived: ['apparentTemperatureC'],
      },
    },
  }
}

/** Most are fresh, a few are late, one never got weather. */
function ageMinutes(index: number): number | undefined {
  if (index === 7) return undefined
  if (index % 25 === 3) return 45
  if (index % 40 === 5) return 200
  return 2 + ((index * 7) % 24)
}

export async function storeWeather(
  db: Database,
  cities: readonly City[],
  now: Date,
): Promise<void> {
  await importCities(db, cities)
  const refreshes = cities.flatMap((city, index) => {
    const minutes = ageMinutes(index)
    if (minutes === undefined) return []
    return [refreshOf(city, new Date(now.getTime() - minutes * MINUTE_MS), 'open-meteo')]
  })
  await saveRefreshes(db, refreshes)
}

/** A day of one city: each half hour a value, but for a gap, and five hours by another provider. */
export async function storeDay(db: Database, city: City, now: Date): Promise<void> {
  const readings = Array.from({ length: 48 }, (_, index) => index / 2 + 0.5)
    .filter((hours) => !GAP_HOURS.includes(Math.floor(hours)))
    .map((hours) => {
      const isFallback = FALLBACK_HOURS.includes(Math.floor(hours))
      const at = new Date(now.getTime() - hours * HOUR_MS)
      return refreshOf(city, at, isFallback ? 'met-norway' : 'open-meteo')
    })
    .reverse()
  for (const reading of readings) await saveRefreshes(db, [reading])
  const latest = new Date(now.getTime() - 6 * MINUTE_MS)
  const days = Array.from({ length: 7 }, (_, index) => {
    const date = new Date(now.getTime() + index * 24 * HOUR_MS).toISOString().slice(0, 10)
    return {
      ...forecastDay(date, 8 + index),
      sunriseAt: new Date(`${date}T06:20:00+08:00`),
      sunsetAt: new Date(`${date}T17:00:00+08:00`),
    }
  })
  const last = refreshOf(city, latest, 'open-meteo')
  const forecast = forecastOf(latest, days)
  const airQuality = airQualityAt(latest, latest)
  await saveRefreshes(db, [{ ...last, reading: { ...last.reading, forecast, airQuality } }])
}

/** Requests of a day: one provider began to time out an hour ago, another serves since. */
export async function storeUsage(db: Database, now: Date): Promise<void> {
  for (let hours = 23; hours >= 0; hours--) {
    const at = new Date(now.getTime() - hours * HOUR_MS)
    const isBad = hours === 0
    const one = { places: 50, durationMs: 300, at }
    for (let request = 0; request < 4; request++) {
      await recordRequest(db, {
        ...one,
        provider: 'open-meteo',
        outcome: isBad ? 'timeout' : 'ok',
        weight: 50,
      })
    }
    await recordRequest(db, {
      ...one,
      provider: 'met-norway',
      outcome: 'ok',
      weight: isBad ? 100 : 4,
    })
  }
}

/** What the schedule of refreshes started within a few hours; one of them left cities. */
export async function storeRuns(db: Database, now: Date): Promise<void> {
  for (let ticks = 3; ticks < 25; ticks++) {
    const startedAt = new Date(now.getTime() - (ticks * 15 - 1) * MINUTE_MS)
    await saveRunSummary(db, {
      runId: `stored-${ticks}`,
      workflowId: `refresh-all-cities-${startedAt.toISOString().replace('.000Z', 'Z')}`,
      workflowType: 'refreshAllCities',
      trigger: 'schedule',
      status: ticks === 7 ? 'completed_partial' : 'completed',
      startedAt,
      finishedAt: new Date(startedAt.getTime() + MINUTE_MS),
      summary: {},
    })
  }
}
