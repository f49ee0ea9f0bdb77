import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type { AirQuality } from '../../../domain/weather/reading.ts'
import { rounded } from '../../../domain/weather/units.ts'
import { instantOf } from '../../wire-values.ts'
import type { AirAnswer } from './wire.ts'

/** @throws ProviderError `not-covered`: not every plan has air quality. */
export function toAirQuality({ current }: AirAnswer, fetchedAt: Date): AirQuality {
  const air = current?.air_quality
  if (!air) throw new ProviderError('not-covered', 'WeatherAPI.com: no air quality in the answer')
  const { 'us-epa-index': epaBand, 'gb-defra-index': defra } = air
  return {
    provider: 'weatherapi',
    fetchedAt,
    validAt: instantOf(current.last_updated_epoch),
    basis: 'analysis',
    pm2_5: concentration(air.pm2_5),
    pm10: concentration(air.pm10),
    carbonMonoxide: concentration(air.co),
    nitrogenDioxide: concentration(air.no2),
    sulphurDioxide: concentration(air.so2),
    ozone: concentration(air.o3),
    ammonia: null,
    indices: {
      ...(epaBand != null && { 'us-epa-band': epaBand }),
      ...(defra != null && { 'gb-defra': defra }),
    },
  }
}

/** 32-bit floats arrive as 317.1000061035156. */
const concentration = (value: number | null | undefined): number | null =>
  value == null ? null : rounded(value, 2)
