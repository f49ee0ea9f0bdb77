import type { City, CityId } from '../../domain/city/city.ts'
import { localDate } from '../../domain/time/local-time.ts'
import type { StoredAirQuality, StoredForecast } from '../../domain/weather/reading.ts'
import type { FreshnessFacts } from '../plugins/value-freshness.ts'
import type { Served } from './stored-values.ts'
import type { ValueReaders } from './value-readers.ts'

/** What the original answers beside conditions, as far as it is stored. */
export interface BesideConditions {
  readonly airQuality: ReadonlyMap<CityId, Served<StoredAirQuality>>
  /** Absent where they were not asked for. */
  readonly forecasts: ReadonlyMap<CityId, Served<StoredForecast>>
  readonly facts: readonly FreshnessFacts[]
  /** Which day is the first changes at each city's midnight, without a new answer. */
  readonly dates: readonly string[]
}

export async function besideConditions(
  readers: Pick<ValueReaders, 'forecast' | 'airQuality'>,
  cities: readonly City[],
  { at, forecasts: isAsked }: { readonly at: Date; readonly forecasts: boolean },
): Promise<BesideConditions> {
  const ids = cities.map(({ id }) => id)
  const [forecasts, airQuality] = await Promise.all([
    isAsked ? readers.forecast.read(ids) : new Map<CityId, Served<StoredForecast>>(),
    readers.airQuality.read(ids),
  ])
  return {
    forecasts,
    airQuality,
    facts: [
      ...[...forecasts.values()].map(({ value }) => ({ ...value, product: 'forecast' as const })),
      ...[...airQuality.values()].map(({ value }) => ({
        ...value,
        product: 'air-quality' as const,
      })),
    ],
    dates: isAsked ? cities.map(({ timeZone }) => localDate(at, timeZone)) : [],
  }
}
