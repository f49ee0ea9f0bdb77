import type { Condition, Intensity, Sky } from '../../domain/condition.ts'
import { CONDITIONS, INTENSITIES, UNKNOWN_SKY } from '../../domain/condition.ts'

type Row = readonly [Condition, Intensity | null, ...ids: number[]]

/** https://openweathermap.org/weather-conditions */
const ROWS: readonly Row[] = [
  ['thunderstorm', 'light', 200, 210, 230],
  ['thunderstorm', 'moderate', 201, 211, 221, 231],
  ['thunderstorm', 'heavy', 202, 212, 232],
  ['drizzle', 'light', 300, 310],
  ['drizzle', 'moderate', 301, 311, 313, 321],
  ['drizzle', 'heavy', 302, 312, 314],
  ['rain', 'light', 500],
  ['rain', 'moderate', 501],
  ['rain', 'heavy', 502, 503, 504],
  ['freezing_rain', null, 511],
  ['rain_showers', 'light', 520],
  ['rain_showers', 'moderate', 521, 531],
  ['rain_showers', 'heavy', 522],
  ['snow', 'light', 600],
  ['snow', 'moderate', 601],
  ['snow', 'heavy', 602],
  ['sleet', 'light', 612, 615],
  ['sleet', 'moderate', 611, 613, 616],
  ['snow_showers', 'light', 620],
  ['snow_showers', 'moderate', 621],
  ['snow_showers', 'heavy', 622],
  ['fog', null, 701, 741],
  ['haze', null, 711, 721, 731, 751, 761, 762],
  ['clear', null, 800],
  ['mostly_clear', null, 801],
  ['partly_cloudy', null, 802, 803],
  ['overcast', null, 804],
]

const SKIES: ReadonlyMap<number, Sky> = new Map(
  ROWS.flatMap(([condition, intensity, ...ids]) =>
    ids.map((id) => [id, { condition, intensity }] as const),
  ),
)

export const skyOfId = (id: number): Sky => SKIES.get(id) ?? UNKNOWN_SKY

/** A day is named after its most severe step, as the daily codes of other providers are. */
export function mostSevere(skies: readonly Sky[]): Sky | null {
  return skies.reduce<Sky | null>(
    (worst, sky) => (worst && severity(worst) >= severity(sky) ? worst : sky),
    null,
  )
}

/** The list of conditions runs from calm to severe; what is unknown outranks nothing. */
function severity({ condition, intensity }: Sky): number {
  if (condition === 'unknown') return -1
  const grade = intensity === null ? 0 : INTENSITIES.indexOf(intensity) + 1
  return CONDITIONS.indexOf(condition) * 10 + grade
}
