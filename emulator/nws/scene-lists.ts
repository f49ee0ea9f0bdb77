import type { SceneName } from '../scenes.ts'
import {
  ANCHORAGE,
  BIG_SKY,
  HAGATNA,
  KAUNAKAKAI,
  LEADVILLE,
  PALO_ALTO,
  TONOPAH,
} from '../scenes/mesonets.ts'
import type { Coordinates } from '../sky/weather.ts'
import { cellOf, type GridCell } from './grid.ts'
import type { Spot } from './spot.ts'

const airport = (km: number, more: Partial<Spot> = {}): Spot => ({
  km,
  bearingDegrees: 90,
  isAirport: true,
  network: 'ASOS',
  subNetwork: 'FAA',
  ...more,
})

const mesonet = (km: number, network = 'APRSWXNET', subNetwork?: string): Spot => ({
  km,
  bearingDegrees: 270,
  isAirport: false,
  network,
  ...(subNetwork !== undefined && { subNetwork }),
})

const LISTS: readonly (readonly [Coordinates, readonly Spot[]])[] = [
  // Five mesonets and, sixth, an airport.
  [
    PALO_ALTO,
    [
      mesonet(1),
      mesonet(2, 'RAWS'),
      mesonet(3, 'MesoWest', 'DOT'),
      mesonet(4, 'HADS'),
      mesonet(5),
      airport(18, { network: 'OTHER-MTR' }),
    ],
  ],
  // Four airports with an old report, one not to be trusted, none and an empty one before the fifth.
  [
    ANCHORAGE,
    [
      airport(3, { report: 'old' }),
      airport(6, { report: 'failed', network: 'ASOS-HFM' }),
      airport(9, { report: 'absent', network: 'NonFedAWOS' }),
      airport(14, { report: 'no-temperature' }),
      airport(19),
      mesonet(1),
    ],
  ],
  [BIG_SKY, [mesonet(2, 'RAWS'), mesonet(7, 'HADS'), mesonet(16)]],
  // In a valley, with its stations on the mountains around.
  [
    LEADVILLE,
    [
      { ...mesonet(12, 'RAWS'), aboveGroundM: 900 },
      airport(25, { aboveGroundM: 700 }),
      airport(48, { aboveGroundM: 1100 }),
    ],
  ],
  [TONOPAH, [airport(104), mesonet(131, 'RAWS'), airport(188), airport(257)]],
  // On Oahu and Maui.
  [KAUNAKAKAI, [airport(72, { bearingDegrees: 120 }), airport(92, { bearingDegrees: 290 })]],
  // A list that does not name networks, and a report of which half is not to be trusted.
  [HAGATNA, [{ km: 4, bearingDegrees: 45, isAirport: true, report: 'doubtful' }]],
]

const keyOf = ({ office, x, y }: GridCell): string => `${office} ${x},${y}`

const BY_CELL = new Map(LISTS.map(([place, spots]) => [keyOf(cellOf(place)), spots]))

/** What the list of a cell holds in the scene that plays; undefined for what is not in it. */
export const sceneListOf = (
  cell: GridCell,
  scene: SceneName | null,
): readonly Spot[] | undefined => (scene === 'mesonets' ? BY_CELL.get(keyOf(cell)) : undefined)
