import type { City } from '../../../domain/city/city.ts'
import type { SentBody } from './fuzz-scene.ts'

/** What a stored number may be of a sent one: units, shares, minutes, and the rounding of each. */
const CONVERSIONS: readonly ((value: number) => number)[] = [
  (value) => value,
  (value) => value * 3.6,
  (value) => value * 1.609344,
  (value) => value / 100,
  (value) => value / 1000,
  (value) => value / 60,
  (value) => -value / 60,
]

const DECIMALS = [0, 1, 2, 3]

/** Said about the row, not by the provider. */
const NOT_SENT = new Set(['cityId', 'provider', 'runId', 'fetchedAt', 'confirmedAt', 'derived'])

const DAY_MS = 24 * 60 * 60_000

/** The columns of a row that hold what no answer about the city held, nor could be made of one. */
export function inventedColumns(
  row: Readonly<Record<string, unknown>>,
  held: ReadonlySet<number>,
  now: Date,
): string[] {
  const derived = row['derived'] as readonly string[] | undefined
  return Object.entries(row)
    .filter(([name]) => !NOT_SENT.has(name) && derived?.includes(name) !== true)
    .filter(([, value]) => !isHonest(value, held, now))
    .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
}

function isHonest(value: unknown, held: ReadonlySet<number>, now: Date): boolean {
  if (typeof value === 'number') return held.has(value)
  if (value instanceof Date) return Math.abs(value.getTime() - now.getTime()) < 20 * DAY_MS
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every((part) => isHonest(part, held, now))
}

/** Every number that may be stored of what was sent about a city. */
export function heldNumbers(sent: readonly SentBody[], city: City): Set<number> {
  const held = new Set<number>([0])
  for (const one of sent) {
    for (const number of numbersOf(partAbout(one, city))) {
      for (const convert of CONVERSIONS) {
        held.add(convert(number))
        for (const decimals of DECIMALS) {
          const scale = 10 ** decimals
          held.add(Math.round(convert(number) * scale) / scale)
        }
      }
    }
  }
  return held
}

/** Of an answer for many places only the city's element. */
function partAbout({ url, body }: SentBody, { latitude }: City): unknown {
  const latitudes = new URL(url).searchParams.get('latitude')?.split(',').map(Number)
  if (!latitudes || !Array.isArray(body)) return body
  return body[latitudes.indexOf(latitude)] as unknown
}

function* numbersOf(value: unknown): Generator<number> {
  if (typeof value === 'number') yield value
  // Some say a number with its unit, `2 to 35 km/h`.
  if (typeof value === 'string') {
    for (const [text] of value.matchAll(/\d+(\.\d+)?/g)) yield Number(text)
  }
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* numbersOf(part)
  }
}
