import type { Gear } from '../../contracts/refresh.ts'
import { REFRESH_SHAPE } from '../../contracts/refresh-shape.ts'
import type { Config } from '../../platform/config/config.ts'

/** On the dev server's file, indexes included; `test/integration/disk-growth.test.ts` measures them. */
export const TEMPORAL_BYTES = { run: 20_000, shard: 17_000, cityWorkflow: 25_000 } as const

/** A row of readings, forecasts or hours in PostgreSQL, indexes included; measured there too. */
export const BYTES_PER_ROW = 310

const MINUTES_PER_DAY = 24 * 60
const BYTES_PER_MB = 1_000_000
/** Histories are for inspecting recent runs; results are in the database. */
const RETENTION_HOURS = { max: 72, min: 6 } as const

/** By how much one refresh lets Temporal's file grow. */
export function temporalBytesPerRun(cities: number, gear: Gear): number {
  const shards = Math.ceil(cities / REFRESH_SHAPE.citiesPerShard[gear])
  const children = gear === 'city' ? cities : 0
  return TEMPORAL_BYTES.run + shards * TEMPORAL_BYTES.shard + children * TEMPORAL_BYTES.cityWorkflow
}

/**
 * For how long closed runs are kept: as long as they fit the size that is set. The dearest run is the
 * largest one in gear city; one in bulk takes less, however many its cities are.
 */
export function retentionHours({ refresh }: Pick<Config, 'refresh'>, diskMb: number): number {
  const { intervalMinutes, maxAgeMinutes } = refresh
  const runsPerHour = 60 / Math.max(intervalMinutes, maxAgeMinutes.conditions)
  const bytesPerHour = runsPerHour * temporalBytesPerRun(REFRESH_SHAPE.autoCityLimit, 'city')
  const fitting = Math.floor((diskMb * BYTES_PER_MB) / bytesPerHour)
  return Math.min(Math.max(fitting, RETENTION_HOURS.min), RETENTION_HOURS.max)
}

/** Rows that one city adds in a day, by the ages of its products. */
export function rowsPerCityDay({ refresh }: Pick<Config, 'refresh'>): number {
  const { intervalMinutes, maxAgeMinutes } = refresh
  const refreshes = (ageMinutes: number) => MINUTES_PER_DAY / Math.max(intervalMinutes, ageMinutes)
  const hours = 24
  const forecastDays = 1
  return (
    refreshes(maxAgeMinutes.conditions) +
    refreshes(maxAgeMinutes['air-quality']) +
    hours +
    forecastDays
  )
}
