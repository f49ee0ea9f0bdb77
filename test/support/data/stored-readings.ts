import type { Database } from '../../../db/database.ts'
import { saveRefreshes } from '../../../db/queries/save-refreshes.ts'
import type { CityId } from '../../../domain/city/city.ts'
import type { AirQuality, Forecast, ForecastDay, Reading } from '../../../domain/weather/reading.ts'

/** Stores a reading of a city as a refresh would. */
export function storeReading(db: Database, cityId: CityId, reading: Reading): Promise<void> {
  const [one] = [reading.conditions, reading.forecast, reading.airQuality].filter(Boolean)
  if (!one) throw new Error('a reading without a product')
  const { provider, fetchedAt: at } = one
  const ended = { outcome: 'ok', provider, unchanged: [], attempts: [], memories: {} } as const
  return saveRefreshes(db, [{ cityId, runId: 'run-1', at, reading, ...ended }])
}

export const forecastDay = (date: string, temperatureMaxC: number): ForecastDay => ({
  date,
  temperatureMaxC,
  temperatureMinC: temperatureMaxC - 5,
  precipitationMm: 25.4,
  precipitationProbability: 0.35,
  windSpeedMaxKmh: 36,
  windGustMaxKmh: null,
  uvIndexMax: 0.7,
  condition: 'rain',
  intensity: 'light',
  sunriseAt: new Date(`${date}T07:30:00Z`),
  sunsetAt: null,
  partial: false,
})

export const forecastOf = (fetchedAt: Date, days: readonly ForecastDay[]): Forecast => ({
  provider: 'met-norway',
  fetchedAt,
  days,
  derived: ['temperatureMaxC', 'temperatureMinC'],
})

export const airQualityAt = (validAt: Date, fetchedAt: Date): AirQuality => ({
  provider: 'open-meteo',
  fetchedAt,
  validAt,
  basis: 'forecast',
  pm2_5: 6.1,
  pm10: 12.5,
  carbonMonoxide: 201,
  nitrogenDioxide: 18.4,
  sulphurDioxide: null,
  ozone: 55,
  ammonia: null,
  indices: { 'european-aqi': 32, 'us-aqi': 41 },
})
