import { codesOf } from '../sky/condition-codes.ts'
import type { Weather } from '../sky/weather.ts'

export interface WeatherEntry {
  readonly id: number
  readonly main: string
  readonly description: string
  readonly icon: string
}

type Row = readonly [id: number, main: string, description: string, icon: string]

const SCATTERED: Row = [802, 'Clouds', 'scattered clouds', '03']
const MIST: Row = [701, 'Mist', 'mist', '50']
const THUNDER: Row = [211, 'Thunderstorm', 'thunderstorm', '11']
const RAIN: Row = [501, 'Rain', 'moderate rain', '10']
const SQUALL: Row = [771, 'Squall', 'squalls', '50']
const TORNADO: Row = [781, 'Tornado', 'tornado', '50']
/** In no list that the provider has published. */
const NEW: Row = [763, 'Haze', 'volcanic haze', '50']

/** Shares of the answers and steps that could hold them. */
const MIST_BESIDE_RAIN = 0.15
const RAIN_BEFORE_THUNDER = 0.3
const SQUALL_IN_GALE = 0.05
const TORNADO_IN_THUNDER = 0.001
const NEW_ID = 0.00001

const GALE_GUST_KMH = 75
const MISTY_BELOW_M = 8000

/**
 * What happens, in no order of severity: the drawn number in [0, 1) decides on what is rare. `phase`
 * is the icon's `d` or `n`.
 */
export function weatherEntries(weather: Weather, phase: 'd' | 'n', drawn: number): WeatherEntry[] {
  return rowsOf(weather, drawn).map(([id, main, description, icon]) => ({
    id,
    main,
    description,
    icon: `${icon}${phase}`,
  }))
}

function rowsOf(weather: Weather, drawn: number): Row[] {
  const { condition, cloudPercent, windGustKmh, precipitationMmPerHour, visibilityM } = weather
  if (drawn < NEW_ID) return [NEW]
  if (condition === 'thunderstorm') {
    if (drawn < TORNADO_IN_THUNDER) return [TORNADO]
    if (drawn < RAIN_BEFORE_THUNDER) return [RAIN, THUNDER]
  }
  if (windGustKmh > GALE_GUST_KMH && drawn < SQUALL_IN_GALE) return [SQUALL]
  if (condition === 'partly_cloudy' && cloudPercent <= 50) return [SCATTERED]
  const { id, main, description, icon } = codesOf(condition).openWeather
  const usual: Row = [id, main, description, icon]
  const isMisty = precipitationMmPerHour > 0 && visibilityM < MISTY_BELOW_M
  return isMisty && drawn > 1 - MIST_BESIDE_RAIN ? [usual, MIST] : [usual]
}
