import type { AirQuality } from '../../../domain/weather/reading.ts'
import { instantOf } from '../../wire-values.ts'
import type { CurrentAir } from './wire.ts'

/** The models run once or twice a day, so the current value is a prediction. */
export function toAirQuality({ current }: CurrentAir, fetchedAt: Date): AirQuality {
  return {
    provider: 'open-meteo',
    fetchedAt,
    validAt: instantOf(current.time),
    basis: 'forecast',
    pm2_5: current.pm2_5 ?? null,
    pm10: current.pm10 ?? null,
    carbonMonoxide: current.carbon_monoxide ?? null,
    nitrogenDioxide: current.nitrogen_dioxide ?? null,
    sulphurDioxide: current.sulphur_dioxide ?? null,
    ozone: current.ozone ?? null,
    ammonia: null,
    indices: {
      ...(current.european_aqi != null && { 'european-aqi': current.european_aqi }),
      ...(current.us_aqi != null && { 'us-aqi': current.us_aqi }),
    },
  }
}
