import type { Static } from 'typebox'
import type { CityState } from '../../db/queries/city-states.ts'
import type { NearCity as FoundNear } from '../../db/queries/nearest-cities.ts'
import type { City } from '../../domain/city/city.ts'
import { ageSeconds, freshnessByPeriod } from '../../domain/weather/freshness.ts'
import type { StoredConditions } from '../../domain/weather/reading.ts'
import type { CityHit as FoundHit } from '../readers/city-search.ts'
import type { CityBlock, CityHit, CityItem, LatestBlock, NearCity } from '../schemas/city.ts'

export const cityBlock = (city: City): Static<typeof CityBlock> => ({
  id: city.id,
  name: city.name,
  country: city.countryCode,
  latitude: city.latitude,
  longitude: city.longitude,
  timezone: city.timeZone,
  population: city.population,
})

export function cityItem(city: CityState, now: Date): CityItem {
  const confirmedAt = city.conditionsConfirmedAt
  return {
    ...cityBlock(city),
    is_active: city.active,
    created_at: city.createdAt.toISOString(),
    updated_at: city.updatedAt.toISOString(),
    promised_minutes: city.promisedMinutes,
    last_refresh: {
      freshness:
        confirmedAt === null
          ? 'no_data'
          : freshnessByPeriod(ageSeconds(confirmedAt, now), city.periodSeconds),
      planned_period_s: Math.round(city.periodSeconds),
      conditions_confirmed_at: isoOrNull(confirmedAt),
      forecast_confirmed_at: isoOrNull(city.forecastConfirmedAt),
      air_quality_confirmed_at: isoOrNull(city.airQualityConfirmedAt),
      outcome: city.outcome,
      outcome_at: isoOrNull(city.outcomeAt),
      provider: city.outcomeProvider,
    },
  }
}

const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null

export const cityHit = (hit: FoundHit): CityHit => ({
  ...cityBlock(hit),
  match: hit.match,
  is_stored: hit.active !== undefined,
  is_active: hit.active ?? null,
})

export const nearCity = (city: FoundNear): NearCity => ({
  ...cityBlock(city),
  is_active: city.active,
  distance_km: Math.round(city.distanceKm * 1000) / 1000,
})

export const latestBlock = (stored: StoredConditions | undefined, now: Date): LatestBlock =>
  stored
    ? {
        temperature: stored.temperatureC,
        condition: stored.condition,
        intensity: stored.intensity,
        is_day: stored.isDay,
        valid_at: stored.validAt.toISOString(),
        fetched_at: stored.fetchedAt.toISOString(),
        confirmed_at: stored.confirmedAt.toISOString(),
        age_seconds: ageSeconds(stored.confirmedAt, now),
        valid_age_seconds: ageSeconds(stored.validAt, now),
        provider: stored.provider,
        basis: stored.basis,
      }
    : null
