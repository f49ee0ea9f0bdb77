import type { City } from '../../domain/city.ts'
import { wrongUsage } from '../command-failure.ts'

/** A city as a file tells it: nothing is believed yet. */
export interface CityRow {
  readonly id: unknown
  readonly name: unknown
  readonly countryCode: unknown
  readonly latitude: unknown
  readonly longitude: unknown
  readonly timeZone: unknown
  readonly population: unknown
}

const MAX_NAMED_PROBLEMS = 5
/** The `integer` of PostgreSQL, which ids and populations are stored as. */
const MAX_INTEGER = 2_147_483_647

/** @throws CommandFailure that names the first wrong rows; a file is taken whole or not at all. */
export function toCities(rows: readonly CityRow[], file: string): City[] {
  const problems: string[] = []
  const cities = new Map<number, City>()
  for (const [index, row] of rows.entries()) {
    const { city, complaints } = toCity(row)
    if (complaints.length > 0) problems.push(`  row ${index + 1}: ${complaints.join(', ')}`)
    else cities.set(city.id, city)
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

function toCity(row: CityRow): { city: City; complaints: readonly string[] } {
  const hasNoPopulation = row.population === null || row.population === undefined
  const city: City = {
    id: toNumber(row.id),
    name: textOf(row.name).trim(),
    countryCode: textOf(row.countryCode).toUpperCase(),
    latitude: toNumber(row.latitude),
    longitude: toNumber(row.longitude),
    timeZone: textOf(row.timeZone),
    population: hasNoPopulation || row.population === '' ? null : toNumber(row.population),
  }
  return { city, complaints: complaintsAbout(city) }
}

function complaintsAbout(city: City): string[] {
  const checks: [boolean, string][] = [
    [isCount(city.id) && city.id > 0, 'id must be a GeoNames id, a whole number'],
    [city.name !== '', 'name is missing'],
    [/^[A-Z]{2}$/.test(city.countryCode), 'country must have two letters, like DE'],
    [Math.abs(city.latitude) <= 90, 'latitude must be from -90 to 90 degrees'],
    [Math.abs(city.longitude) <= 180, 'longitude must be from -180 to 180 degrees'],
    [isTimeZone(city.timeZone), 'time zone must be an IANA name, like Europe/Berlin'],
    [city.population === null || isCount(city.population), 'population must be a whole number'],
  ]
  return checks.flatMap(([isSound, complaint]) => (isSound ? [] : [complaint]))
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN
}

const isCount = (value: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= MAX_INTEGER

const zones = new Map<string, boolean>()

function isTimeZone(name: string): boolean {
  let known = zones.get(name)
  if (known === undefined) {
    known = name !== '' && isAccepted(name)
    zones.set(name, known)
  }
  return known
}

function isAccepted(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
