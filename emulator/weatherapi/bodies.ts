import { codesOf } from '../sky/condition-codes.ts'
import type { EmulatedCondition } from '../sky/conditions.ts'
import { round } from '../sky/numbers.ts'
import type { Weather } from '../sky/weather.ts'

export function conditionBody(condition: EmulatedCondition, isDay: boolean): unknown {
  const { code, text, icon } = codesOf(condition).weatherApi
  return {
    text: condition === 'clear' && isDay ? 'Sunny' : text,
    icon: `//cdn.weatherapi.com/weather/64x64/${isDay ? 'day' : 'night'}/${String(icon)}.png`,
    code,
  }
}

const COMPASS = 'N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW'.split(' ')

export const fahrenheit = (celsius: number): number => round((celsius * 9) / 5 + 32, 1)
export const miles = (km: number): number => round(km / 1.609344, 1)
export const inches = (mm: number): number => round(mm / 25.4, 2)
/** The provider sees no further than ten kilometres. */
export const visibilityKm = (metres: number): number => Math.min(10, round(metres / 1000, 1))

/** What `current` and every hour of a forecast have in common. */
export function weatherBody(weather: Weather, precipitationMm: number): Record<string, unknown> {
  const visKm = visibilityKm(weather.visibilityM)
  const degree = round(weather.windDirectionDegrees)
  return {
    temp_c: round(weather.temperatureC, 1),
    temp_f: fahrenheit(weather.temperatureC),
    is_day: weather.isDay ? 1 : 0,
    condition: conditionBody(weather.condition, weather.isDay),
    wind_mph: miles(weather.windSpeedKmh),
    wind_kph: round(weather.windSpeedKmh, 1),
    wind_degree: degree,
    wind_dir: COMPASS[Math.round(degree / 22.5) % 16],
    pressure_mb: round(weather.pressureMslHpa),
    pressure_in: round(weather.pressureMslHpa * 0.02953, 2),
    precip_mm: round(precipitationMm, 2),
    precip_in: inches(precipitationMm),
    humidity: round(weather.humidityPercent),
    cloud: round(weather.cloudPercent),
    feelslike_c: round(weather.feelsLikeC, 1),
    feelslike_f: fahrenheit(weather.feelsLikeC),
    vis_km: visKm,
    vis_miles: Math.floor(miles(visKm)),
    uv: round(weather.uvIndex, 1),
    gust_mph: miles(weather.windGustKmh),
    gust_kph: round(weather.windGustKmh, 1),
  }
}
