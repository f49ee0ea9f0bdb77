import type { World } from '../exchange.ts'
import type { DayWeather } from '../sky/day.ts'
import { SNOW_BELOW_C } from '../sky/conditions.ts'
import { DAY_MS, HOUR_MS, floorTo, round } from '../sky/numbers.ts'
import { isSunUp, sunHeight } from '../sky/sun.ts'
import { localIsoMinute, startOfDate, utcOffsetSeconds } from '../sky/time-zones.ts'
import { conditionBody, fahrenheit, inches, miles, visibilityKm, weatherBody } from './bodies.ts'
import type { Coordinates } from '../sky/weather.ts'

const MOON_PERIOD_DAYS = 29.530588
const NEW_MOON_MS = Date.UTC(2000, 0, 6, 18, 14)
const MOON_PHASES = [
  'New Moon',
  'Waxing Crescent',
  'First Quarter',
  'Waxing Gibbous',
  'Full Moon',
  'Waning Gibbous',
  'Last Quarter',
  'Waning Crescent',
]

export function forecastDays(
  world: World,
  place: Coordinates,
  zone: string,
  days: number,
): unknown[] {
  const nowMs = world.now.getTime()
  // The epoch of a date is midnight in Greenwich, not local midnight.
  const today = floorTo(nowMs + utcOffsetSeconds(zone, nowMs) * 1000, DAY_MS)
  return Array.from({ length: days }, (_, index) => {
    const dateMs = today + index * DAY_MS
    const startMs = startOfDate(dateMs, zone)
    const day = world.day(place, startMs)
    return {
      date: new Date(dateMs).toISOString().slice(0, 10),
      date_epoch: dateMs / 1000,
      day: dayBody(day),
      astro: astroBody(world, place, day, { startMs, zone }),
      hour: hoursFrom(startMs, startOfDate(dateMs + DAY_MS, zone)).map((atMs) =>
        hourBody(world, place, atMs, utcOffsetSeconds(zone, atMs)),
      ),
    }
  })
}

/** Twenty-four, but for days on which clocks change. */
const hoursFrom = (startMs: number, endMs: number): number[] =>
  Array.from(
    { length: Math.round((endMs - startMs) / HOUR_MS) },
    (_, hour) => startMs + hour * HOUR_MS,
  )

function dayBody(day: DayWeather): unknown {
  const visKm = visibilityKm(day.visibilityMeanM)
  const chance = round(day.precipitationProbabilityMaxPercent)
  const isSnowy = day.snowMm > day.rainMm
  const willFall = day.precipitationMm > 0 ? 1 : 0
  return {
    maxtemp_c: round(day.temperatureMaxC, 1),
    maxtemp_f: fahrenheit(day.temperatureMaxC),
    mintemp_c: round(day.temperatureMinC, 1),
    mintemp_f: fahrenheit(day.temperatureMinC),
    avgtemp_c: round(day.temperatureMeanC, 1),
    avgtemp_f: fahrenheit(day.temperatureMeanC),
    maxwind_mph: miles(day.windSpeedMaxKmh),
    maxwind_kph: round(day.windSpeedMaxKmh, 1),
    totalprecip_mm: round(day.precipitationMm, 2),
    totalprecip_in: inches(day.precipitationMm),
    totalsnow_cm: round(day.snowMm * 0.7, 1),
    avgvis_km: visKm,
    avgvis_miles: Math.floor(miles(visKm)),
    avghumidity: round(day.humidityMeanPercent),
    daily_will_it_rain: isSnowy ? 0 : willFall,
    daily_chance_of_rain: isSnowy ? 0 : chance,
    daily_will_it_snow: isSnowy ? willFall : 0,
    daily_chance_of_snow: isSnowy ? chance : 0,
    condition: conditionBody(day.condition, true),
    uv: round(day.uvIndexMax, 1),
  }
}

function astroBody(
  world: World,
  place: Coordinates,
  { sun }: DayWeather,
  { startMs, zone }: { readonly startMs: number; readonly zone: string },
): unknown {
  const age = ((startMs - NEW_MOON_MS) / DAY_MS / MOON_PERIOD_DAYS) % 1
  const moonriseMs = startMs + ((6 + age * 24) % 24) * HOUR_MS
  const height = sunHeight(place.latitude, place.longitude, world.now.getTime())
  return {
    sunrise: sun.sunriseMs === null ? 'No sunrise' : clockTime(sun.sunriseMs, zone),
    sunset: sun.sunsetMs === null ? 'No sunset' : clockTime(sun.sunsetMs, zone),
    moonrise: clockTime(moonriseMs, zone),
    moonset: clockTime(moonriseMs + 12 * HOUR_MS, zone),
    moon_phase: MOON_PHASES[Math.round(age * 8) % 8],
    moon_illumination: String(Math.round(50 - 50 * Math.cos(age * 2 * Math.PI))),
    is_moon_up: age > 0.25 && age < 0.75 ? 1 : 0,
    is_sun_up: isSunUp(height) ? 1 : 0,
  }
}

/** `05:39 AM`, without its date: a sunset after midnight has the time of the next one. */
function clockTime(ms: number, zone: string): string {
  const [hours = '00', minutes = '00'] = localIsoMinute(ms, utcOffsetSeconds(zone, ms))
    .slice(11)
    .split(':')
  const hour = Number(hours)
  return `${String(hour % 12 || 12).padStart(2, '0')}:${minutes} ${hour < 12 ? 'AM' : 'PM'}`
}

function hourBody(world: World, place: Coordinates, atMs: number, offset: number): unknown {
  const weather = world.weather(place, atMs)
  const fallen = world.precipitationMm(place, atMs, atMs + HOUR_MS)
  const isSnow = weather.temperatureC <= SNOW_BELOW_C
  const chance = round(weather.precipitationProbabilityPercent)
  const chill = Math.min(weather.temperatureC, weather.feelsLikeC)
  const heat = Math.max(weather.temperatureC, weather.feelsLikeC)
  const willFall = fallen > 0 ? 1 : 0
  return {
    time_epoch: atMs / 1000,
    time: localIsoMinute(atMs, offset).replace('T', ' '),
    ...weatherBody(weather, fallen),
    windchill_c: round(chill, 1),
    windchill_f: fahrenheit(chill),
    heatindex_c: round(heat, 1),
    heatindex_f: fahrenheit(heat),
    dewpoint_c: round(weather.dewPointC, 1),
    dewpoint_f: fahrenheit(weather.dewPointC),
    will_it_rain: isSnow ? 0 : willFall,
    chance_of_rain: isSnow ? 0 : chance,
    will_it_snow: isSnow ? willFall : 0,
    chance_of_snow: isSnow ? chance : 0,
  }
}
