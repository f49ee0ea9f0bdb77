import { createCityCache } from '../../cache/city-cache.ts'
import { createConditionsCache } from '../../cache/conditions-cache.ts'
import { createAirQualityCache, createForecastCache } from '../../cache/read-copies.ts'
import { latestAirQualityOf } from '../../db/queries/latest-air-quality.ts'
import { latestConditionsOf } from '../../db/queries/latest-conditions.ts'
import { latestForecastsOf } from '../../db/queries/latest-forecasts.ts'
import type {
  StoredAirQuality,
  StoredConditions,
  StoredForecast,
} from '../../domain/weather/reading.ts'
import { addDays } from '../../domain/time/calendar-date.ts'
import type { ApiDeps } from '../deps.ts'
import type { CityFinder } from './city-lookup.ts'
import type { CityReader } from './known-city.ts'
import type { ManyReader } from './many-conditions.ts'
import { PlannedPeriods, type ValuePeriods } from './value-periods.ts'
import { createConditionsReader, createCopyReader, type ValueReader } from './stored-values.ts'

/** What reads cities and their stored values; each cache is there once in a process. */
export interface ValueReaders {
  readonly city: CityReader & CityFinder
  readonly conditions: ValueReader<StoredConditions>
  readonly forecast: ValueReader<StoredForecast>
  readonly airQuality: ValueReader<StoredAirQuality>
  readonly many: ManyReader
  readonly periods: ValuePeriods
}

type Deps = Pick<ApiDeps, 'db' | 'cache' | 'cityNames' | 'counter' | 'now' | 'log' | 'settings'>

export function createValueReaders(deps: Deps): ValueReaders {
  const { db, cache, cityNames, counter, now, settings } = deps
  const { keepSeconds, freshSeconds } = settings.cache
  const cities = createCityCache(cache, keepSeconds)
  const entries = createConditionsCache(cache, keepSeconds)
  const trusted = { now, freshSeconds: freshSeconds.conditions }
  return {
    city: { db, cities, cityNames, counter },
    conditions: createConditionsReader({
      entries,
      counter,
      ...trusted,
      load: (cityIds) => latestConditionsOf(db, cityIds),
    }),
    forecast: createCopyReader({
      kind: 'forecast',
      entries: createForecastCache(cache, keepSeconds),
      counter,
      now,
      load: (cityIds) => latestForecastsOf(db, cityIds, earliestToday(now())),
    }),
    airQuality: createCopyReader({
      kind: 'air-quality',
      entries: createAirQualityCache(cache, keepSeconds),
      counter,
      now,
      load: (cityIds) => latestAirQualityOf(db, cityIds),
    }),
    many: { db, cities, cityNames, entries, counter, ...trusted },
    periods: new PlannedPeriods(deps),
  }
}

/** In the zones behind UTC it may still be yesterday. */
const earliestToday = (now: Date): string => addDays(now.toISOString().slice(0, 10), -1)
