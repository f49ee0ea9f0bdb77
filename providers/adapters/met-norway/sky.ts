import {
  UNKNOWN_SKY,
  type Condition,
  type Intensity,
  type Sky,
} from '../../../domain/weather/condition.ts'
import type { Entry } from './wire.ts'

const DRY = new Map<string, Condition>(
  Object.entries({
    clearsky: 'clear',
    fair: 'mostly_clear',
    partlycloudy: 'partly_cloudy',
    cloudy: 'overcast',
    fog: 'fog',
  } as const),
)

const WET = new Map<string, Condition>(
  Object.entries({
    rain: 'rain',
    rainshowers: 'rain_showers',
    sleet: 'sleet',
    sleetshowers: 'sleet',
    snow: 'snow',
    snowshowers: 'snow_showers',
  } as const),
)

/** The API itself spells `lightssleetshowersandthunder` and `lightssnowshowersandthunder`. */
const WET_SYMBOL = /^(lights?|heavy)?((?:rain|sleet|snow)(?:showers)?)(andthunder)?$/

/** https://api.met.no/weatherapi/weathericon/2.0/documentation */
export function skyOf(symbol: string | undefined): Sky | null {
  if (symbol === undefined) return null
  const [name = ''] = symbol.split('_')
  const dry = DRY.get(name)
  if (dry) return { condition: dry, intensity: null }
  const [, grade, precipitation = '', thunder] = WET_SYMBOL.exec(name) ?? []
  const wet = WET.get(precipitation)
  if (!wet) return UNKNOWN_SKY
  return { condition: thunder ? 'thunderstorm' : wet, intensity: intensityOf(grade) }
}

function intensityOf(grade: string | undefined): Intensity {
  if (grade === undefined) return 'moderate'
  return grade === 'heavy' ? 'heavy' : 'light'
}

export const symbolsOf = (entries: readonly Entry[]): (string | undefined)[] =>
  entries.flatMap(({ nextHour, nextSixHours }) => [
    nextHour?.summary?.symbol_code,
    nextSixHours?.summary?.symbol_code,
  ])

const SUFFIXES: readonly string[] = ['day', 'night', 'polartwilight']

/**
 * `polartwilight` is of days on which the sun does not rise, whatever the hour. Symbols without sun or
 * moon have no suffix.
 */
export function isDayOf(symbol: string | undefined): boolean | null {
  const [, suffix] = symbol?.split('_') ?? []
  return suffix === undefined || !SUFFIXES.includes(suffix) ? null : suffix === 'day'
}
