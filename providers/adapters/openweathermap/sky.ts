import type { Condition, Intensity, Sky } from '../../../domain/weather/condition.ts'
import { mostSevere, UNKNOWN_SKY } from '../../../domain/weather/condition.ts'
import { present } from '../day-values.ts'

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
  ['squall', null, 771],
  ['tornado', null, 781],
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

export const skyOf = (id: number | null | undefined): Sky | null =>
  id == null ? null : (SKIES.get(id) ?? UNKNOWN_SKY)

export interface Weather {
  readonly weather?: readonly ({ readonly id?: number | null | undefined } | null)[] | undefined
}

export const weatherIdsOf = ({ weather = [] }: Weather): number[] =>
  present(weather.map((phenomenon) => phenomenon?.id))

/** Several phenomena at once come in no order of severity. */
export const worstSkyOf = (weather: Weather): Sky | null =>
  mostSevere(present(weatherIdsOf(weather).map(skyOf)))
