import { gzipSync } from 'node:zlib'
import type { World } from '../exchange.ts'
import { MINUTE_MS, floorTo, round } from '../sky/numbers.ts'
import { visibilityMiles } from './json-report.ts'
import { reportsOf, type EmulatedReport } from './reports.ts'
import { STATIONS } from './stations.ts'

const MAX_LAYERS = 4
const HPA_PER_INCH = 33.8639

const LAYER_COLUMNS = Array.from({ length: MAX_LAYERS }, () => 'sky_cover,cloud_base_ft_agl').join()

const HEADER =
  'raw_text,station_id,observation_time,latitude,longitude,temp_c,dewpoint_c,wind_dir_degrees,' +
  'wind_speed_kt,wind_gust_kt,visibility_statute_mi,altim_in_hg,sea_level_pressure_mb,corrected,' +
  'auto,auto_station,maintenance_indicator_on,no_signal,lightning_sensor_off,' +
  `freezing_rain_sensor_off,present_weather_sensor_off,wx_string,${LAYER_COLUMNS},flight_category,` +
  'three_hr_pressure_tendency_mb,maxT_c,minT_c,maxT24hr_c,minT24hr_c,precip_in,pcp3hr_in,' +
  'pcp6hr_in,pcp24hr_in,snow_in,vert_vis_ft,metar_type,elevation_m'

/** When the file of this moment was made. */
export const madeAtMs = ({ now }: World): number => floorTo(now.getTime(), MINUTE_MS)

/** All current reports, as the cache file holds them. */
export function worldFile(world: World): Buffer {
  const asOf = { ...world, now: new Date(madeAtMs(world)) }
  const rows = STATIONS.flatMap((station) => reportsOf(station, asOf)).map(rowOf)
  const status = ['No errors', 'No warnings', '7 ms', 'data source=metars']
  const lines = [...status, `${String(rows.length)} results`, HEADER, ...rows]
  return gzipSync(lines.map((line) => `${line}\n`).join(''))
}

type Cell = string | number | null

function rowOf({ station, observedAtMs, isCorrected, seen, text }: EmulatedReport): string {
  const isAuto = station.habit === 'auto' || station.habit === 'american-auto'
  const isAmerican = station.habit.startsWith('american')
  const inches = round(seen.pressureHpa / HPA_PER_INCH, 6)
  const cells: Cell[] = [
    `"METAR ${text.replaceAll('"', '""')}"`,
    station.id,
    new Date(observedAtMs).toISOString(),
    station.place?.latitude ?? -99.99,
    station.place?.longitude ?? -99.99,
    isAmerican ? seen.temperatureC : round(seen.temperatureC),
    isAmerican ? seen.dewPointC : round(seen.dewPointC),
    seen.windDegrees ?? 'VRB',
    seen.windKt,
    seen.gustKt,
    visibilityMiles(seen.visibilityM, isAmerican),
    inches,
    isAmerican ? round(seen.pressureHpa, 1) : null,
    isCorrected ? 'TRUE' : null,
    isAuto ? 'TRUE' : null,
    isAmerican ? 'TRUE' : null,
    ...empty(5),
    station.habit === 'auto' ? null : seen.present,
    ...layerCells(seen),
    ...empty(11),
    // Seen mis-scaled in the real file.
    seen.verticalVisibilityFt === null ? null : seen.verticalVisibilityFt / 100,
    'METAR',
    station.elevationM,
  ]
  return cells.map((cell) => (cell === null ? '' : String(cell))).join()
}

const empty = (count: number): null[] => Array.from({ length: count }, () => null)

function layerCells({ layers, verticalVisibilityFt }: EmulatedReport['seen']): Cell[] {
  if (verticalVisibilityFt !== null) return ['OVX', verticalVisibilityFt, ...empty(6)]
  const cells = layers.flatMap(({ cover, baseFt }): Cell[] => [cover, baseFt])
  return [...(cells.length > 0 ? cells : ['CLR', null]), ...empty(MAX_LAYERS * 2)].slice(
    0,
    MAX_LAYERS * 2,
  )
}
