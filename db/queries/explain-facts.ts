import { eq } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { ExplainFacts, StoredProduct } from '../../domain/provider/explain.ts'
import { localDate } from '../../domain/time/local-time.ts'
import type { Product } from '../../domain/weather/product.ts'
import type { Queryable } from '../database.ts'
import { cities, refreshStates } from '../schema/index.ts'
import { latestAirQualityOf } from './latest-air-quality.ts'
import { latestConditionsOf } from './latest-conditions.ts'
import { latestForecastsOf } from './latest-forecasts.ts'

export interface CityToExplain extends ExplainFacts {
  readonly name: string
}

/** What is stored of a city and of how it came to be; undefined for one that is not known. */
export async function explainFacts(
  db: Queryable,
  cityId: CityId,
  now: Date,
): Promise<CityToExplain | undefined> {
  const [row] = await db
    .select()
    .from(cities)
    .leftJoin(refreshStates, eq(refreshStates.cityId, cities.id))
    .where(eq(cities.id, cityId))
  if (!row) return undefined
  const { cities: city, refresh_states: state } = row
  const { id, name, latitude, longitude, countryCode, timeZone, active } = city
  return {
    name,
    place: { id, latitude, longitude, countryCode, timeZone },
    isActive: active,
    refreshes: state?.productRefreshes ?? {},
    confirmedAt: {
      conditions: state?.conditionsConfirmedAt ?? null,
      forecast: state?.forecastConfirmedAt ?? null,
      'air-quality': state?.airQualityConfirmedAt ?? null,
    },
    stored: await storedOf(db, cityId, localDate(now, timeZone)),
  }
}

async function storedOf(
  db: Queryable,
  cityId: CityId,
  today: string,
): Promise<Partial<Record<Product, StoredProduct>>> {
  const [[conditions], [forecast], [air]] = await Promise.all([
    latestConditionsOf(db, [cityId]),
    latestForecastsOf(db, [cityId], today),
    latestAirQualityOf(db, [cityId]),
  ])
  return {
    ...(conditions && { conditions: storedProduct(conditions) }),
    ...(forecast && { forecast: storedProduct({ ...forecast, validAt: null }) }),
    ...(air && { 'air-quality': storedProduct(air) }),
  }
}

const storedProduct = ({
  provider,
  validAt,
  confirmedAt,
  runId,
}: StoredProduct): StoredProduct => ({
  provider,
  validAt,
  confirmedAt,
  runId,
})
