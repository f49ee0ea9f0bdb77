import type { Condition, Intensity, Sky } from '../../../domain/weather/condition.ts'
import { UNKNOWN_SKY } from '../../../domain/weather/condition.ts'
import type { Discard } from '../../../domain/weather/reading.ts'
import { noteUnknownCodes } from '../../unknown-codes.ts'

type Row = readonly [Condition, Intensity | null, ...codes: number[]]

/** https://www.weatherapi.com/docs/weather_conditions.json */
const ROWS: readonly Row[] = [
  ['clear', null, 1000],
  ['partly_cloudy', null, 1003],
  ['overcast', null, 1006, 1009],
  ['fog', null, 1030, 1135, 1147],
  ['drizzle', 'light', 1150, 1153],
  ['freezing_drizzle', 'light', 1072, 1168],
  ['freezing_drizzle', 'heavy', 1171],
  ['rain', 'light', 1180, 1183],
  ['rain', 'moderate', 1186, 1189],
  ['rain', 'heavy', 1192, 1195],
  ['freezing_rain', 'light', 1198],
  ['freezing_rain', 'heavy', 1201],
  ['rain_showers', 'light', 1063, 1240],
  ['rain_showers', 'moderate', 1243],
  ['rain_showers', 'heavy', 1246],
  ['sleet', 'light', 1069, 1204, 1249],
  ['sleet', 'moderate', 1207, 1252],
  ['snow', 'light', 1210, 1213],
  ['snow', 'moderate', 1216, 1219],
  ['snow', 'heavy', 1114, 1117, 1222, 1225],
  ['snow_showers', 'light', 1066, 1255],
  ['snow_showers', 'moderate', 1258],
  ['ice_pellets', 'light', 1261],
  ['ice_pellets', 'moderate', 1237, 1264],
  ['thunderstorm', null, 1087],
  ['thunderstorm', 'light', 1273, 1279],
  ['thunderstorm', 'moderate', 1276, 1282],
]

const SKIES: ReadonlyMap<number, Sky> = new Map(
  ROWS.flatMap(([condition, intensity, ...codes]) =>
    codes.map((code) => [code, { condition, intensity }] as const),
  ),
)

export const skyOf = (code: number | null | undefined): Sky | null =>
  code == null ? null : (SKIES.get(code) ?? UNKNOWN_SKY)

interface Said {
  readonly condition?: { readonly code?: number | null | undefined } | undefined
}

/** The sky of the present or of a day; a code that is missing or not known is noted. */
export function skyIn({ condition }: Said, path: string, discard: Discard): Sky | null {
  const field = `${path}/condition/code`
  if (condition && condition.code === undefined) discard(field, 'is missing')
  noteUnknownCodes({ field, codes: [condition?.code] }, skyOf, discard)
  return skyOf(condition?.code)
}
