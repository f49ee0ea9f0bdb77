import type { Condition, Intensity, Sky } from '../../domain/condition.ts'
import { UNKNOWN_SKY } from '../../domain/condition.ts'

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

export const skyOfCode = (code: number): Sky => SKIES.get(code) ?? UNKNOWN_SKY
