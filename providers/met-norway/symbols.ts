import { UNKNOWN_SKY, type Condition, type Intensity, type Sky } from '../../domain/condition.ts'

const DRY: Readonly<Record<string, Condition>> = {
  clearsky: 'clear',
  fair: 'mostly_clear',
  partlycloudy: 'partly_cloudy',
  cloudy: 'overcast',
  fog: 'fog',
}

const WET: Readonly<Record<string, Condition>> = {
  rain: 'rain',
  rainshowers: 'rain_showers',
  sleet: 'sleet',
  sleetshowers: 'sleet',
  snow: 'snow',
  snowshowers: 'snow_showers',
}

/** `lights` is no typing error of ours: `lightssleetshowersandthunder`, `lightssnowshowersandthunder`. */
const WET_SYMBOL = /^(lights?|heavy)?((?:rain|sleet|snow)(?:showers)?)(andthunder)?$/

/** https://api.met.no/weatherapi/weathericon/2.0/documentation */
export function skyOfMetNorway(symbol: string): Sky {
  const [name = ''] = symbol.split('_')
  const dry = DRY[name]
  if (dry) return { condition: dry, intensity: null }
  const [, grade, precipitation = '', thunder] = WET_SYMBOL.exec(name) ?? []
  const wet = WET[precipitation]
  if (!wet) return UNKNOWN_SKY
  return { condition: thunder ? 'thunderstorm' : wet, intensity: intensityOf(grade) }
}

function intensityOf(grade: string | undefined): Intensity {
  if (grade === undefined) return 'moderate'
  return grade === 'heavy' ? 'heavy' : 'light'
}

/** In polar twilight the sun stays below the horizon. Symbols without sun or moon do not tell. */
export function isDayOfMetNorway(symbol: string): boolean | null {
  const [, suffix] = symbol.split('_')
  return suffix === undefined ? null : suffix === 'day'
}
