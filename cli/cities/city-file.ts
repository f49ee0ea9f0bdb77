import type { City } from '../../domain/city.ts'
import { wrongUsage } from '../command-failure.ts'
import { toCities, type CityRow } from './city-row.ts'
import { parseCsv } from './csv.ts'

const FORMATS = 'a JSON array, a CSV file with a header line, or a GeoNames dump (tab-separated)'

/** Tells the format by the content: names of downloaded files say little. */
export function parseCityFile(content: string, file: string): City[] {
  const text = content.replace(/^\uFEFF/, '')
  const firstLine = text.split('\n', 1)[0] ?? ''
  if (text.trimStart().startsWith('[')) return toCities(rowsOfJson(text, file), file)
  if (firstLine.split('\t').length === GEONAMES_COLUMNS) return toCities(rowsOfGeoNames(text), file)
  if (firstLine.includes(',')) return toCities(rowsOfCsv(text, file), file)
  throw wrongUsage(`${file} holds no cities that could be read`, `give ${FORMATS}`)
}

function rowsOfJson(text: string, file: string): CityRow[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw wrongUsage(`${file} is no valid JSON: ${(error as Error).message}`)
  }
  return (value as readonly unknown[]).map((row) =>
    Array.isArray(row) ? rowOfList(row) : rowOfRecord(Object(row) as Record<string, unknown>),
  )
}

/** The order of data/cities.json. */
function rowOfList(row: readonly unknown[]): CityRow {
  const [id, name, countryCode, latitude, longitude, timeZone, population] = row
  return { id, name, countryCode, latitude, longitude, timeZone, population }
}

const NAMES: Readonly<Record<keyof CityRow, readonly string[]>> = {
  id: ['id', 'geonameid'],
  name: ['name', 'city'],
  countryCode: ['countrycode', 'country'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'lng'],
  timeZone: ['timezone', 'tz'],
  population: ['population'],
}

function rowOfRecord(record: Readonly<Record<string, unknown>>): CityRow {
  const byName = new Map(Object.entries(record).map(([key, value]) => [plainName(key), value]))
  const pick = (field: keyof CityRow): unknown => {
    const name = NAMES[field].find((candidate) => byName.has(candidate))
    return name === undefined ? undefined : byName.get(name)
  }
  return {
    id: pick('id'),
    name: pick('name'),
    countryCode: pick('countryCode'),
    latitude: pick('latitude'),
    longitude: pick('longitude'),
    timeZone: pick('timeZone'),
    population: pick('population'),
  }
}

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')

function rowsOfCsv(text: string, file: string): CityRow[] {
  const [header = [], ...rows] = parseCsv(text)
  const columns = header.map(plainName)
  const missing = Object.entries(NAMES)
    .filter(([field, names]) => field !== 'population' && !names.some((n) => columns.includes(n)))
    .map(([field]) => field)
  if (missing.length > 0)
    throw wrongUsage(
      `${file} has no column ${missing.join(', ')}`,
      'the first line must name the columns: id,name,countryCode,latitude,longitude,timeZone,population',
    )
  return rows.map((row) =>
    rowOfRecord(Object.fromEntries(columns.map((column, at) => [column, row[at]]))),
  )
}

const GEONAMES_COLUMNS = 19
/** Feature codes of places where nobody lives any more: historical and abandoned. */
const GONE = ['PPLH', 'PPLQ']

/** The dumps of https://download.geonames.org/export/dump/, unpacked; only populated places. */
function rowsOfGeoNames(text: string): CityRow[] {
  return text
    .split('\n')
    .map((line) => line.replace(/\r$/, '').split('\t'))
    .filter(([, , , , , , kind, code]) => kind === 'P' && !GONE.includes(code ?? ''))
    .map((columns) => ({
      id: columns[0],
      name: columns[1],
      countryCode: columns[8],
      latitude: columns[4],
      longitude: columns[5],
      timeZone: columns[17],
      population: columns[14],
    }))
}
