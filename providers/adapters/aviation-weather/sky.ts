import {
  mostSevere,
  type Condition,
  type Intensity,
  type Sky,
} from '../../../domain/weather/condition.ts'
import { cloudCoverPct } from './cloud-cover.ts'
import type { Metar } from './metar/metar.ts'
import type { WeatherGroup } from './metar/weather-groups.ts'

/**
 * What is going on at the station, the most severe of several; else what its clouds come to. Null
 * where it did not look for weather or that is not understood, or it left open how much cloud there is.
 */
export function skyOf({ weather, isWeatherComplete, clouds, remarks }: Metar): Sky | null {
  const present = weather.filter(({ isInVicinity }) => !isInVicinity)
  const skies = present.flatMap((group) => ofWeather(group) ?? [])
  if (skies.length > 0) return mostSevere(skies)
  if (!isWeatherComplete || remarks.isWeatherSensorOff) return null
  if (clouds.some(({ amount }) => amount === 'VV')) return null
  if (clouds.length > 0 && clouds.every(({ amount }) => amount === 'not significant')) return CLEAR
  const coverPct = cloudCoverPct(clouds)
  return coverPct === null ? null : { condition: ofCover(coverPct), intensity: null }
}

const CLEAR: Sky = { condition: 'clear', intensity: null }

/** Up to 0, 2, 7 and 8 eighths, as the words of a report are. */
function ofCover(coverPct: number): Condition {
  if (coverPct === 0) return 'clear'
  if (coverPct < 30) return 'mostly_clear'
  return coverPct < 90 ? 'partly_cloudy' : 'overcast'
}

/** By the first row of which every part is in the group. */
const FALLING: readonly (readonly [readonly string[], Condition])[] = [
  [['RA', 'SN'], 'sleet'],
  [['DZ', 'SN'], 'sleet'],
  [['RA', 'PL'], 'sleet'],
  [['SN', 'PL'], 'sleet'],
  [['GR'], 'ice_pellets'],
  [['GS'], 'ice_pellets'],
  [['PL'], 'ice_pellets'],
  [['SH', 'SN'], 'snow_showers'],
  [['SH', 'SG'], 'snow_showers'],
  [['SN'], 'snow'],
  [['SG'], 'snow'],
  [['FZ', 'RA'], 'freezing_rain'],
  [['FZ', 'DZ'], 'freezing_drizzle'],
  [['FZ', 'UP'], 'freezing_rain'],
  [['SH', 'RA'], 'rain_showers'],
  [['RA'], 'rain'],
  [['DZ'], 'drizzle'],
  [['UP'], 'unknown'],
]

const FOG: ReadonlySet<string> = new Set(['FG', 'BR'])
const HAZE: ReadonlySet<string> = new Set(['FU', 'VA', 'DU', 'SA', 'HZ', 'PY', 'PO', 'SS', 'DS'])

function ofWeather({ intensity, descriptors, phenomena }: WeatherGroup): Sky | undefined {
  const parts = new Set([...descriptors, ...phenomena])
  // Below the eyes of an observer; shallow fog is lower than 2 m.
  if (parts.has('DR') || parts.has('MI')) return undefined
  if (parts.has('BL')) return { condition: parts.has('SN') ? 'snow' : 'haze', intensity: null }
  // Of a funnel cloud, code table 4678 says: tornado or waterspout.
  if (parts.has('FC')) return { condition: 'tornado', intensity: null }
  if (parts.has('SQ')) return { condition: 'squall', intensity: null }
  const falling = FALLING.find(([wanted]) => wanted.every((part) => parts.has(part)))?.[1]
  if (parts.has('TS')) return { condition: 'thunderstorm', intensity: gradeOf(intensity, falling) }
  // Ice crystals have no intensity.
  if (phenomena.join() === 'IC') return { condition: 'snow', intensity: null }
  if (falling !== undefined) return { condition: falling, intensity: gradeOf(intensity, falling) }
  if (phenomena.some((one) => FOG.has(one))) return { condition: 'fog', intensity: null }
  if (phenomena.some((one) => HAZE.has(one))) return { condition: 'haze', intensity: null }
  // A shower of what the report does not say.
  return { condition: 'unknown', intensity: null }
}

const gradeOf = (grade: Intensity, falling: Condition | undefined): Intensity | null =>
  falling === undefined || falling === 'unknown' ? null : grade
