import { HOUR_S } from '../../../domain/time/durations.ts'
import type { AirQuality } from '../../../domain/weather/reading.ts'
import { instantOf } from '../../wire-values.ts'
import type { Air } from './wire.ts'

export function toAirQuality({ dt, components, main }: Air, fetchedAt: Date): AirQuality {
  return {
    provider: 'openweathermap',
    fetchedAt,
    // Some answers carry the second of the request instead of the hour they describe.
    validAt: instantOf(Math.floor(dt / HOUR_S) * HOUR_S),
    basis: 'analysis',
    pm2_5: components.pm2_5 ?? null,
    pm10: components.pm10 ?? null,
    carbonMonoxide: components.co ?? null,
    nitrogenDioxide: components.no2 ?? null,
    sulphurDioxide: components.so2 ?? null,
    ozone: components.o3 ?? null,
    ammonia: components.nh3 ?? null,
    indices: main?.aqi == null ? {} : { openweathermap: main.aqi },
  }
}
