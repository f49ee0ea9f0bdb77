import { clamp, round } from '../sky/numbers.ts'
import type { Coordinates } from '../sky/weather.ts'

/** One forecast cell of about 2.5 km. The office's name and the numbers alone say where it is. */
export interface GridCell {
  readonly office: string
  readonly x: number
  readonly y: number
}

const OFFICE_DEGREES = 5
const CELLS_PER_OFFICE = 200
const CELL_DEGREES = OFFICE_DEGREES / CELLS_PER_OFFICE
const OFFICES_PER_ROW = 360 / OFFICE_DEGREES
const LETTER_A = 65

/** Rough: what lies across a border inside these boxes is answered too. */
const COVERED = [
  { south: 24.4, north: 49.4, west: -125, east: -66.9 },
  { south: 51, north: 71.5, west: -180, east: -129 },
  { south: 18.8, north: 22.3, west: -160.4, east: -154.7 },
  { south: 17.6, north: 18.6, west: -67.4, east: -64.5 },
  { south: 13.2, north: 13.7, west: 144.6, east: 145 },
]

export const isCovered = ({ latitude, longitude }: Coordinates): boolean =>
  COVERED.some(
    ({ south, north, west, east }) =>
      latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  )

export function cellOf({ latitude, longitude }: Coordinates): GridCell {
  const row = clamp(Math.floor((latitude + 90) / OFFICE_DEGREES), 0, 35)
  const column = clamp(Math.floor((longitude + 180) / OFFICE_DEGREES), 0, OFFICES_PER_ROW - 1)
  const within = (degrees: number, start: number): number =>
    clamp(Math.floor((degrees - start) / CELL_DEGREES), 0, CELLS_PER_OFFICE - 1)
  return {
    office: officeName(row * OFFICES_PER_ROW + column),
    x: within(longitude + 180, column * OFFICE_DEGREES),
    y: within(latitude + 90, row * OFFICE_DEGREES),
  }
}

function officeName(index: number): string {
  const letter = (value: number): string => String.fromCharCode(LETTER_A + (value % 26))
  return letter(index / 676) + letter(index / 26) + letter(index)
}

export function centreOf({ office, x, y }: GridCell): Coordinates | null {
  if (!/^[A-Z]{3}$/.test(office) || x >= CELLS_PER_OFFICE || y >= CELLS_PER_OFFICE) return null
  const letters = Array.from(office, (letter) => letter.charCodeAt(0) - LETTER_A)
  const index = letters.reduce((sum, letter) => sum * 26 + letter, 0)
  const [row, column] = [Math.floor(index / OFFICES_PER_ROW), index % OFFICES_PER_ROW]
  const place = {
    latitude: round(row * OFFICE_DEGREES + (y + 0.5) * CELL_DEGREES - 90, 4),
    longitude: round(column * OFFICE_DEGREES + (x + 0.5) * CELL_DEGREES - 180, 4),
  }
  return place.latitude <= 90 ? place : null
}
