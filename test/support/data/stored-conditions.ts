import type { Database } from '../../../db/database.ts'
import { saveRefreshes } from '../../../db/queries/save-refreshes.ts'
import type { CityId } from '../../../domain/city/city.ts'

/** Stores conditions of a city as a refresh at that moment would. */
export const storeConditions = (
  db: Database,
  cityId: CityId,
  at: Date,
  temperatureC = 8.4,
): Promise<void> =>
  saveRefreshes(db, [
    {
      cityId,
      runId: 'run-1',
      at,
      outcome: 'ok',
      provider: 'open-meteo',
      unchanged: [],
      attempts: [],
      memories: {},
      reading: {
        conditions: {
          provider: 'open-meteo',
          fetchedAt: at,
          validAt: at,
          basis: 'analysis',
          temperatureC,
          apparentTemperatureC: null,
          relativeHumidityPct: 81,
          pressureMslHpa: 1012.3,
          visibilityKm: null,
          uvIndex: null,
          windSpeedKmh: 18.2,
          windGustKmh: null,
          windDirectionDeg: 240,
          cloudCoverPct: 90,
          precipitationMm: 0,
          precipitationWindowMinutes: null,
          condition: 'overcast',
          intensity: null,
          isDay: true,
          sunriseAt: null,
          sunsetAt: null,
          derived: [],
        },
      },
    },
  ])
