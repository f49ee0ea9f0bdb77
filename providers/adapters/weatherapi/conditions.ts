import type { Place } from '../../../domain/city/city.ts'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import { localDate } from '../../../domain/time/local-time.ts'
import type { Conditions, Discard } from '../../../domain/weather/reading.ts'
import { instantOf } from '../../wire-values.ts'
import { dayOrNight } from '../day-or-night.ts'
import { skyIn } from './sky.ts'
import { sunTimesOf, zoneOf, type SunTimes } from './sun-times.ts'
import type { CurrentAnswer } from './wire.ts'

type Position = Pick<Place, 'latitude' | 'longitude' | 'timeZone'>

/** Nearer to the equator the sun rises and sets every day: 90° less the obliquity and refraction. */
const POLAR_LATITUDE_DEG = 65.7

export function toConditions(
  answer: CurrentAnswer,
  place: Position,
  fetchedAt: Date,
  discard: Discard = () => undefined,
): Conditions {
  const { current, sunDays } = answer
  if (!current) throw new ProviderError('place-missing', 'WeatherAPI.com: no current weather')
  const zone = zoneOf(answer, place)
  const validAt = instantOf(current.last_updated_epoch)
  const today = sunDays.find(({ date }) => date === localDate(validAt, zone))
  const sun = today?.astro ? sunTimesOf(today, zone) : null
  const sky = skyIn(current, '/current', discard)
  const isBelieved = current.is_day != null && risesAndSets(sun, place)
  return {
    provider: 'weatherapi',
    fetchedAt,
    validAt,
    basis: 'analysis',
    temperatureC: current.temp_c ?? null,
    apparentTemperatureC: current.feelslike_c ?? null,
    relativeHumidityPct: current.humidity ?? null,
    pressureMslHpa: current.pressure_mb ?? null,
    visibilityKm: current.vis_km ?? null,
    uvIndex: current.uv ?? null,
    windSpeedKmh: current.wind_kph ?? null,
    windGustKmh: current.gust_kph ?? null,
    windDirectionDeg: current.wind_degree ?? null,
    cloudCoverPct: current.cloud ?? null,
    precipitationMm: current.precip_mm ?? null,
    // The API does not document the period of this amount.
    precipitationWindowMinutes: null,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    sunriseAt: sun?.sunriseAt ?? null,
    sunsetAt: sun?.sunsetAt ?? null,
    ...dayOrNight(isBelieved ? current.is_day === 1 : null, place, validAt),
  }
}

/** Without the sun's times, the place says whether there can be a day on which it does not. */
function risesAndSets(sun: SunTimes | null, { latitude }: Position): boolean {
  if (sun) return sun.sunriseAt !== null && sun.sunsetAt !== null
  return Math.abs(latitude) < POLAR_LATITUDE_DEG
}
