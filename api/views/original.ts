import { providerFacts, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { City } from '../../domain/city/city.ts'
import { localDate, localTimeWithOffset, startOfLocalDay } from '../../domain/time/local-time.ts'
import { ageSeconds } from '../../domain/weather/freshness.ts'
import { originalSky } from '../../domain/weather/original-words.ts'
import type { Product } from '../../domain/weather/product.ts'
import type {
  StoredAirQuality,
  StoredConditions,
  StoredForecast,
} from '../../domain/weather/reading.ts'
import type {
  OriginalAirQuality,
  OriginalCity,
  OriginalForecast,
  OriginalWeather,
} from '../schemas/original.ts'
import { judged } from '../../domain/weather/value-period.ts'
import { SIMULATED, type ViewOptions } from './stored-reading.ts'

export const originalWeather = (
  city: City,
  value: StoredConditions,
  options: ViewOptions,
): OriginalWeather => ({
  ...rowOf('conditions', city, value, options),
  temperature: value.temperatureC,
  feels_like: value.apparentTemperatureC,
  humidity: whole(value.relativeHumidityPct),
  pressure: value.pressureMslHpa,
  visibility: value.visibilityKm,
  uv_index: value.uvIndex,
  wind_speed: value.windSpeedKmh,
  wind_direction: whole(value.windDirectionDeg),
  ...originalSky(value, value.isDay),
  cloudiness: whole(value.cloudCoverPct),
  sunrise: value.sunriseAt?.toISOString() ?? null,
  sunset: value.sunsetAt?.toISOString() ?? null,
  timestamp: value.confirmedAt.toISOString(),
})

/** What the original has beside is not part of a daily forecast here: it is null, not made up. */
export function originalForecast(
  city: City,
  value: StoredForecast,
  days: number,
  options: ViewOptions,
): OriginalForecast {
  const today = localDate(options.now, city.timeZone)
  const wanted = value.days.filter(({ date }) => date >= today).slice(0, days)
  return wanted.map((day) => ({
    ...rowOf('forecast', city, value, options),
    // With the city's offset: in UTC the date of a city in the east would be the day before.
    forecast_date: localTimeWithOffset(startOfLocalDay(day.date, city.timeZone), city.timeZone),
    temperature_min: day.temperatureMinC,
    temperature_max: day.temperatureMaxC,
    temperature_avg: null,
    humidity: null,
    pressure: null,
    wind_speed: day.windSpeedMaxKmh,
    wind_direction: null,
    ...originalSky(day, true),
    cloudiness: null,
    precipitation_probability: day.precipitationProbability,
    precipitation_amount: day.precipitationMm,
    created_at: value.fetchedAt.toISOString(),
  }))
}

export const originalAirQuality = (
  city: City,
  value: StoredAirQuality,
  options: ViewOptions,
): OriginalAirQuality => ({
  ...rowOf('air-quality', city, value, options),
  // The original's scale is that of OpenWeather, which cannot be computed from another.
  aqi: whole(value.indices.openweathermap ?? null),
  co: value.carbonMonoxide,
  no: null,
  no2: value.nitrogenDioxide,
  o3: value.ozone,
  so2: value.sulphurDioxide,
  pm2_5: value.pm2_5,
  pm10: value.pm10,
  nh3: value.ammonia,
  timestamp: value.confirmedAt.toISOString(),
})

const whole = (value: number | null): number | null => (value === null ? null : Math.round(value))

interface Row {
  readonly provider: ProviderId
  readonly confirmedAt: Date
}

/** Rows here are known by city, provider and moment, so there is no id of theirs. */
function rowOf(product: Product, city: City, { provider, confirmedAt }: Row, options: ViewOptions) {
  const { now, periodOf, mode } = options
  const { attribution } = providerFacts(provider)
  return {
    id: null,
    city: originalCity(city),
    data_source: provider,
    attribution: mode === 'demo' ? SIMULATED.text : attribution.text,
    stale: judged(ageSeconds(confirmedAt, now), periodOf(city.id, product)).stale,
  }
}

const originalCity = (city: City): OriginalCity => ({
  id: city.id,
  name: city.name,
  country: city.countryCode,
  latitude: city.latitude,
  longitude: city.longitude,
  timezone: city.timeZone,
  is_active: 'active' in city && typeof city.active === 'boolean' ? city.active : null,
  created_at: null,
  updated_at: null,
})
