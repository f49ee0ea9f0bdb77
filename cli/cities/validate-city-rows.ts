import { MAX_CITY_ID, MAX_CITY_NAME_LENGTH, type City } from '../../domain/city/city.ts'
import { countryCodeOf } from '../../domain/city/country-name.ts'
import { unprintableIn } from '../../domain/text/printable-text.ts'
import { isTimeZone } from '../../domain/time/time-zone.ts'
import { wrongUsage } from '../errors/command-error.ts'

/** A city as a file has it: not validated yet. */
export interface CityRow {
  readonly line: number
  readonly id: unknown
  readonly name: unknown
  readonly countryCode: unknown
  readonly latitude: unknown
  readonly longitude: unknown
  readonly timeZone: unknown
  readonly population: unknown
  readonly elevationM: unknown
}

const MAX_NAMED_PROBLEMS = 5
/** The `integer` of PostgreSQL. */
export const MAX_POPULATION = 2_147_483_647
/** The Dead Sea and Everest, with a margin. */
const ELEVATIONS_M = [-500, 9000] as const

/** @throws CommandError that names the first wrong lines; a file is taken whole or not at all. */
export function toCities(rows: readonly CityRow[], file: string): City[] {
  const problems: string[] = []
  const cities = new Map<number, City>()
  const lines = new Map<number, number>()
  for (const row of rows) {
    const city = toCity(row)
    const complaints = complaintsAbout(city)
    const before = lines.get(city.id)
    if (before !== undefined) complaints.push(`id ${city.id} is that of line ${before}, too`)
    if (complaints.length > 0) problems.push(`  line ${row.line}: ${complaints.join(', ')}`)
    cities.set(city.id, city)
    lines.set(city.id, row.line)
  }
  if (problems.length === 0) return [...cities.values()]
  const more = problems.length - MAX_NAMED_PROBLEMS
  const named = problems.slice(0, MAX_NAMED_PROBLEMS)
  if (more > 0) named.push(`  and ${more} more`)
  throw wrongUsage(
    `${file}: ${problems.length} of ${rows.length} rows cannot be used, so nothing was imported:\n${named.join('\n')}`,
    'correct the rows or leave them out',
  )
}

function toCity(row: CityRow): City {
  const isAbsent = (value: unknown): boolean => value == null || value === ''
  return {
    id: toNumber(row.id),
    name: textOf(row.name).trim(),
    countryCode: textOf(row.countryCode).toUpperCase(),
    latitude: toNumber(row.latitude),
    longitude: toNumber(row.longitude),
    timeZone: textOf(row.timeZone),
    population: isAbsent(row.population) ? null : toNumber(row.population),
    ...(!isAbsent(row.elevationM) && { elevationM: toNumber(row.elevationM) }),
  }
}

function complaintsAbout(city: City): string[] {
  const character = unprintableIn(city.name)
  const isCountry = /^[A-Z]{2}$/.test(city.countryCode)
  const checks: [boolean, string][] = [
    [isWhole(city.id, 1, MAX_CITY_ID), 'id must be a GeoNames id, a whole number'],
    [city.name !== '', 'name is missing'],
    [character === undefined, `name has the unprintable character ${character ?? ''}`],
    [
      city.name.length <= MAX_CITY_NAME_LENGTH,
      `name has more than ${MAX_CITY_NAME_LENGTH} characters`,
    ],
    [isCountry, 'country must have two letters, like DE'],
    [
      !isCountry || countryCodeOf(city.countryCode) === city.countryCode,
      'country must be a code of ISO 3166-1',
    ],
    [Math.abs(city.latitude) <= 90, 'latitude must be from -90 to 90 degrees'],
    [Math.abs(city.longitude) <= 180, 'longitude must be from -180 to 180 degrees'],
    [isTimeZone(city.timeZone), 'time zone must be an IANA name, like Europe/Berlin'],
    [
      city.population === null || isWhole(city.population, 0, MAX_POPULATION),
      'population must be a whole number',
    ],
    [
      city.elevationM == null || isWhole(city.elevationM, ...ELEVATIONS_M),
      'elevation must be a whole number of metres from -500 to 9000',
    ],
  ]
  return checks.flatMap(([isSound, complaint]) => (isSound ? [] : [complaint]))
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Text is a plain decimal: no `1e3`, `0x10` or `Infinity`. */
function toNumber(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^\s*[+-]?\d{1,20}(\.\d{0,40})?\s*$/.test(value)
    ? Number(value)
    : NaN
}

const isWhole = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max
