import { clamp, round } from '../sky/numbers.ts'
import type { Weather } from '../sky/weather.ts'

/** What a station's instruments make of the weather, in the units and steps of a report. */
export interface Observed {
  readonly temperatureC: number
  readonly dewPointC: number
  readonly windKt: number
  readonly gustKt: number | null
  /** 10 to 360; 0 in a calm, null where it varies. */
  readonly windDegrees: number | null
  readonly visibilityM: number
  readonly present: string | null
  /** Empty for a sky without cloud. */
  readonly layers: readonly CloudLayer[]
  readonly verticalVisibilityFt: number | null
  readonly pressureHpa: number
}

interface CloudLayer {
  readonly cover: 'FEW' | 'SCT' | 'BKN' | 'OVC'
  readonly baseFt: number
  readonly kind: '' | 'CB'
}

const KMH_PER_KNOT = 1.852
const GUST_ABOVE_KT = 10
const VARIABLE_BELOW_KT = 3
const FEET_PER_DEGREE = 400

const PRESENT: Readonly<Partial<Record<Weather['condition'], string>>> = {
  fog: 'FG',
  drizzle: '-DZ',
  light_rain: '-RA',
  rain: 'RA',
  heavy_rain: '+RA',
  light_snow: '-SN',
  snow: 'SN',
  heavy_snow: '+SN',
  thunderstorm: 'TSRA',
}

export function observed(weather: Weather): Observed {
  const windKt = round(weather.windSpeedKmh / KMH_PER_KNOT)
  const gustKt = round(weather.windGustKmh / KMH_PER_KNOT)
  const isFog = weather.condition === 'fog'
  return {
    temperatureC: round(weather.temperatureC, 1),
    dewPointC: round(Math.min(weather.dewPointC, weather.temperatureC), 1),
    windKt,
    gustKt: gustKt - windKt >= GUST_ABOVE_KT ? gustKt : null,
    windDegrees: directionOf(windKt, weather.windDirectionDegrees),
    visibilityM: weather.visibilityM,
    present: PRESENT[weather.condition] ?? (weather.visibilityM < 5000 ? 'BR' : null),
    layers: isFog ? [] : layersOf(weather),
    verticalVisibilityFt: isFog ? 200 : null,
    pressureHpa: weather.pressureMslHpa,
  }
}

function directionOf(windKt: number, degrees: number): number | null {
  if (windKt === 0) return 0
  if (windKt < VARIABLE_BELOW_KT) return null
  return round(degrees / 10) * 10 || 360
}

function layersOf(weather: Weather): CloudLayer[] {
  const { cloudPercent, temperatureC, dewPointC, condition } = weather
  if (cloudPercent < 5) return []
  const spreadFt = clamp((temperatureC - dewPointC) * FEET_PER_DEGREE, 300, 12_000)
  const baseFt = round(spreadFt / 100) * 100
  const kind = condition === 'thunderstorm' ? 'CB' : ''
  if (cloudPercent < 31) return [{ cover: 'FEW', baseFt, kind }]
  if (cloudPercent < 56) return [{ cover: 'SCT', baseFt, kind }]
  const cover = cloudPercent < 88 ? 'BKN' : 'OVC'
  return [
    { cover: 'FEW', baseFt, kind },
    { cover, baseFt: baseFt + 2000, kind: '' },
  ]
}
