import type { Database } from '../../../db/database.ts'
import { pagesOf } from '../../../db/queries/upsert.ts'
import { conditions } from '../../../db/schema/index.ts'
import type { City } from '../../../domain/city/city.ts'
import type { ProviderId } from '../../../domain/provider/provider-catalogue.ts'

export interface Measured {
  readonly cityId: number
  /** ISO 8601. */
  readonly at: string | Date
  readonly temperatureC: number | null
  readonly humidityPct?: number | null
  readonly provider?: ProviderId
}

/** Stores readings that are about temperature and humidity only. */
export async function storeMeasured(db: Database, measured: readonly Measured[]): Promise<void> {
  const rows = measured.map(({ cityId, at, temperatureC, humidityPct = null, provider }) => {
    const validAt = new Date(at)
    return {
      cityId,
      provider: provider ?? 'open-meteo',
      validAt,
      basis: 'analysis' as const,
      temperatureC,
      relativeHumidityPct: humidityPct,
      derived: [],
      fetchedAt: validAt,
      confirmedAt: validAt,
      runId: 'run',
    }
  })
  for (const page of pagesOf(rows)) await db.insert(conditions).values(page)
}

export const cityIn = (id: number, timeZone: string, name = timeZone): City => ({
  id,
  name,
  countryCode: 'DE',
  latitude: 0,
  longitude: 0,
  timeZone,
  population: 1000,
})

export const HOUR_MS = 3_600_000

/** One reading an hour, the first at `from`; the n-th is n degrees, counted from 0. */
export const hourly = (cityId: number, from: string, hours: number): Measured[] =>
  Array.from({ length: hours }, (_, index) => ({
    cityId,
    at: new Date(Date.parse(from) + index * HOUR_MS),
    temperatureC: index,
  }))
