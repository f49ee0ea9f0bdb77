import { fahrenheitToCelsius, rounded } from './units.ts'

/** Weather at one moment; humidity and wind may be unknown. */
export interface ThermalWeather {
  readonly temperatureC: number | null
  readonly relativeHumidityPct: number | null
  readonly windSpeedKmh: number | null
}

const HEAT_ABOVE_C = 26
const HEAT_ABOVE_HUMIDITY_PCT = 40
const CHILL_BELOW_C = 10
const CHILL_ABOVE_KMH = 4.8

/**
 * What the air feels like: heat index when warm and humid, wind chill when cold and windy, otherwise
 * its temperature. Null where the value that decides is not known.
 */
export function apparentTemperature(weather: ThermalWeather): number | null {
  const { temperatureC, relativeHumidityPct, windSpeedKmh } = weather
  if (temperatureC === null) return null
  if (temperatureC > HEAT_ABOVE_C) {
    if (relativeHumidityPct === null) return null
    if (relativeHumidityPct <= HEAT_ABOVE_HUMIDITY_PCT) return temperatureC
    return rounded(heatIndex(temperatureC, relativeHumidityPct))
  }
  if (temperatureC < CHILL_BELOW_C) {
    if (windSpeedKmh === null) return null
    if (windSpeedKmh <= CHILL_ABOVE_KMH) return temperatureC
    return rounded(windChill(temperatureC, windSpeedKmh))
  }
  return temperatureC
}

/** The index of 2001, wind at 10 m: https://www.canada.ca/en/environment-climate-change/services/weather-health/wind-chill-cold-weather/wind-chill-index.html */
export function windChill(temperatureC: number, windSpeedKmh: number): number {
  const wind = windSpeedKmh ** 0.16
  return 13.12 + 0.6215 * temperatureC - 11.37 * wind + 0.3965 * temperatureC * wind
}

/** Steadman's simple form, Rothfusz's regression where that is 80 °F or more: https://www.wpc.ncep.noaa.gov/html/heatindex_equation.shtml */
export function heatIndex(temperatureC: number, humidityPct: number): number {
  const temperatureF = (temperatureC * 9) / 5 + 32
  const simple = 0.5 * (temperatureF + 61 + (temperatureF - 68) * 1.2 + humidityPct * 0.094)
  const average = (simple + temperatureF) / 2
  return fahrenheitToCelsius(average < 80 ? average : regression(temperatureF, humidityPct))
}

/** The published adjustment for air drier than 13 % cannot apply: the index starts at 40 %. */
function regression(t: number, h: number): number {
  const index =
    -42.379 +
    2.04901523 * t +
    10.14333127 * h -
    0.22475541 * t * h -
    0.00683783 * t * t -
    0.05481717 * h * h +
    0.00122874 * t * t * h +
    0.00085282 * t * h * h -
    0.00000199 * t * t * h * h
  const isDampAndMild = h > 85 && t >= 80 && t <= 87
  return isDampAndMild ? index + ((h - 85) / 10) * ((87 - t) / 5) : index
}
