import type { World } from '../exchange.ts'
import { hash } from '../sky/noise.ts'
import { DAY_MS, round } from '../sky/numbers.ts'
import { elevationAt, type Coordinates } from '../sky/weather.ts'
import { centreOf, type GridCell } from './grid.ts'
import { sceneListOf } from './scene-lists.ts'
import type { EmulatedReport, Spot } from './spot.ts'

export interface EmulatedStation extends Spot {
  readonly id: string
  readonly place: Coordinates
  readonly elevationM: number
  readonly report: EmulatedReport
}

/** Nearest first, as far as lists of the real service reach. */
const USUAL_KM = [2, 5, 9, 14, 20, 27, 35, 44, 52, 58, 96, 180]

/** As drawn from a list for Palo Alto of October 2026, in which half of the nearest are mesonets. */
const AIRPORT_SHARE = 0.5
const AIRPORTS = ['ASOS', 'OTHER-MTR', 'ASOS-HFM', 'NonFedAWOS']
const MESONETS = ['APRSWXNET', 'RAWS', 'MesoWest', 'HADS']
const SUB_NETWORKS: Readonly<Record<string, string>> = { ASOS: 'FAA', MesoWest: 'DOT' }
const UNNAMED_SHARE = 0.05

/** Up to which number drawn for a station and a day it has nothing to take. */
const SILENT: readonly (readonly [EmulatedReport, number])[] = [
  ['old', 0.03],
  ['absent', 0.05],
  ['no-temperature', 0.06],
]
const KM_PER_DEGREE = 111.195

export function stationsOf(cell: GridCell, world: World): EmulatedStation[] {
  const centre = centreOf(cell)
  if (!centre) return []
  const spots =
    sceneListOf(cell, world.scene) ?? USUAL_KM.map((km, rank) => usualSpot(cell, km, rank, world))
  return spots.map((spot, rank) => {
    const place = movedFrom(centre, spot)
    const elevationM = elevationAt(place, world.seed) + (spot.aboveGroundM ?? 0)
    return { report: 'sound', ...spot, id: idOf(cell, rank, spot), place, elevationM }
  })
}

function usualSpot(cell: GridCell, km: number, rank: number, world: World): Spot {
  const draw = (salt: number, moment = 0): number =>
    hash(cell.x * 256 + cell.y, rank, moment, world.seed + salt + numberOf(cell.office))
  const isAirport = draw(1) < AIRPORT_SHARE
  const networks = isAirport ? AIRPORTS : MESONETS
  const network = networks[Math.floor(draw(2) * networks.length)] ?? ''
  const subNetwork = SUB_NETWORKS[network]
  const silent = draw(3, Math.floor(world.now.getTime() / DAY_MS))
  return {
    km,
    bearingDegrees: Math.floor(draw(4) * 360),
    isAirport,
    ...(draw(5) >= UNNAMED_SHARE && { network, ...(subNetwork && { subNetwork }) }),
    report: SILENT.find(([, below]) => silent < below)?.[0] ?? 'sound',
  }
}

const numberOf = (office: string): number =>
  Array.from(office).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0), 0)

function movedFrom(centre: Coordinates, { km, bearingDegrees }: Spot): Coordinates {
  const bearing = (bearingDegrees * Math.PI) / 180
  const shrunk = Math.cos((centre.latitude * Math.PI) / 180)
  const longitude = centre.longitude + (km / KM_PER_DEGREE / shrunk) * Math.sin(bearing)
  return {
    latitude: round(centre.latitude + (km / KM_PER_DEGREE) * Math.cos(bearing), 4),
    longitude: round(((longitude + 540) % 360) - 180, 4),
  }
}

const STATION_ID = /^[KW]([A-Z]{3})([0-9A-Z]{2})([0-9A-Z]{2})[0-9A-Z]$/
const base36 = (value: number, length: number): string =>
  value.toString(36).toUpperCase().padStart(length, '0')

/** The cell and the rank in its list; airports begin with a K, as theirs do. */
const idOf = ({ office, x, y }: GridCell, rank: number, { isAirport }: Spot): string =>
  `${isAirport ? 'K' : 'W'}${office}${base36(x, 2)}${base36(y, 2)}${base36(rank, 1)}`

export function cellOfStation(id: string): GridCell | null {
  const [, office, x = '', y = ''] = STATION_ID.exec(id) ?? []
  return office === undefined
    ? null
    : { office, x: Number.parseInt(x, 36), y: Number.parseInt(y, 36) }
}
