import { eq } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { importCities } from '../../../db/queries/cities.ts'
import {
  cacheHours,
  cities,
  cityReadHours,
  latestConditions,
  refreshStates,
} from '../../../db/schema/index.ts'
import { cityIn, storeMeasured } from './analytics-data.ts'

export const SEEDED_AT = '2026-11-22T10:30:00.000Z'

const [BERLIN, KOLKATA, TABWAKEA, VOID, CLOSED] = [1, 2, 3, 4, 5] as const

/** Four active cities, one of them without data, whose statistics can be worked out by hand. */
export async function seedAnalytics(db: Database): Promise<void> {
  await importCities(db, [
    cityIn(BERLIN, 'Europe/Berlin', 'Berlin'),
    cityIn(KOLKATA, 'Asia/Kolkata', 'Kolkata'),
    cityIn(TABWAKEA, 'Pacific/Kiritimati', 'Tabwakea'),
    cityIn(VOID, 'Europe/Berlin', 'Void'),
    cityIn(CLOSED, 'Europe/Berlin', 'Closed'),
  ])
  await db.update(cities).set({ active: false }).where(eq(cities.id, CLOSED))
  await seedReadings(db)
  await seedFreshness(db)
  await seedCounters(db)
}

async function seedReadings(db: Database): Promise<void> {
  await storeMeasured(db, [
    // The day before the seven that count.
    { cityId: BERLIN, at: '2026-11-15T22:59:00Z', temperatureC: 50, humidityPct: 1 },
    { cityId: BERLIN, at: '2026-11-21T09:00:00Z', temperatureC: 4, humidityPct: 80 },
    { cityId: BERLIN, at: '2026-11-21T09:15:00Z', temperatureC: 6, humidityPct: 60 },
    { cityId: BERLIN, at: '2026-11-21T09:30:00Z', temperatureC: 8 },
    { cityId: BERLIN, at: '2026-11-21T12:00:00Z', temperatureC: 10, humidityPct: 40 },
    { cityId: BERLIN, at: '2026-11-22T08:00:00Z', temperatureC: 2, humidityPct: 90 },
    // Midnight at 18:30 UTC.
    { cityId: KOLKATA, at: '2026-11-21T18:00:00Z', temperatureC: 24, humidityPct: 50 },
    { cityId: KOLKATA, at: '2026-11-21T18:30:00Z', temperatureC: 22, humidityPct: 70 },
    { cityId: KOLKATA, at: '2026-11-22T08:00:00Z', temperatureC: 31 },
    // Its date is the 23rd.
    { cityId: TABWAKEA, at: '2026-11-22T10:15:00Z', temperatureC: 26, humidityPct: 85 },
    { cityId: CLOSED, at: '2026-11-22T08:00:00Z', temperatureC: 60, humidityPct: 2 },
  ])
}

async function seedFreshness(db: Database): Promise<void> {
  for (const [cityId, validAt, confirmedAt] of [
    [BERLIN, '2026-11-22T08:00:00Z', '2026-11-22T10:20:00Z'],
    [KOLKATA, '2026-11-22T08:00:00Z', '2026-11-22T10:05:00Z'],
    [TABWAKEA, '2026-11-22T10:15:00Z', '2026-11-22T09:29:00Z'],
  ] as const) {
    await db
      .insert(latestConditions)
      .values({ cityId, provider: 'open-meteo', validAt: new Date(validAt) })
    await db
      .update(refreshStates)
      .set({ conditionsConfirmedAt: new Date(confirmedAt) })
      .where(eq(refreshStates.cityId, cityId))
  }
}

/** The hours that count are those from 11:00 on the 21st on. */
async function seedCounters(db: Database): Promise<void> {
  const [before, first, last] = ['21T10', '21T11', '22T10'].map(
    (hour) => new Date(`2026-11-${hour}:00:00Z`),
  ) as [Date, Date, Date]
  await db.insert(cityReadHours).values([
    { cityId: BERLIN, hour: before, reads: 100 },
    { cityId: BERLIN, hour: first, reads: 4 },
    { cityId: BERLIN, hour: last, reads: 5 },
    { cityId: KOLKATA, hour: last, reads: 12 },
  ])
  await db.insert(cacheHours).values([
    { kind: 'conditions', hour: before, hits: 999, misses: 0 },
    { kind: 'city', hour: first, hits: 10, misses: 10 },
    { kind: 'conditions', hour: last, hits: 60, misses: 20 },
  ])
}
