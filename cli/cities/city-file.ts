import type { City } from '../../domain/city/city.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { toCities, type CityRow } from './validate-city-rows.ts'
import { parseCsv } from './parse-csv.ts'
import { linesOfItems } from './json-lines.ts'

/** A row before it is known where it stands. */
type Fields = Omit<CityRow, 'line'>

const FORMATS = 'a JSON array, a CSV file with a header line, or a GeoNames dump (tab-separated)'

/** Detects the format from the content: the names of downloaded files are no guide. */
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
  const lines = linesOfItems(text)
  return (value as readonly unknown[]).map((row, at) => ({
    ...(Array.isArray(row) ? rowOfList(row) : rowOfRecord(Object(row) as Record<string, unknown>)),
    line: lines[at] ?? 0,
  }))
}

/** The order of data/cities.json. */
function rowOfList(row: readonly unknown[]): Fields {
  const [id, name, countryCode, latitude, longitude, timeZone, population, elevationM] = row
  return { id, name, countryCode, latitude, longitude, timeZone, population, elevationM }
}

const NAMES: Readonly<Record<keyof Fields, readonly string[]>> = {
  id: ['id', 'geonameid'],
  name: ['name', 'city'],
  countryCode: ['countrycode', 'country'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'lng'],
  timeZone: ['timezone', 'tz'],
  population: ['population'],
  elevationM: ['elevationm', 'elevation', 'dem'],
}

const MAY_MISS: ReadonlySet<string> = new Set(['population', 'elevationM'])

function rowOfRecord(record: Readonly<Record<string, unknown>>): Fields {
  const byName = new Map(Object.entries(record).map(([key, value]) => [plainName(key), value]))
  const pick = (field: keyof Fields): unknown => {
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
    elevationM: pick('elevationM'),
  }
}

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')

function rowsOfCsv(text: string, file: string): CityRow[] {
  const { rows: all, openQuoteLine } = parseCsv(text)
  if (openQuoteLine !== undefined) {
    throw wrongUsage(`${file}: line ${openQuoteLine} has a quote that nothing closes`)
  }
  const [header, ...rows] = all
  const columns = (header?.fields ?? []).map(plainName)
  const missing = Object.entries(NAMES)
    .filter(([field, names]) => !MAY_MISS.has(field) && !names.some((n) => columns.includes(n)))
    .map(([field]) => field)
  if (missing.length > 0) {
    throw wrongUsage(
      `${file} has no column ${missing.join(', ')}`,
      'the first line must name the columns: id,name,countryCode,latitude,longitude,timeZone,population',
    )
  }
  const uneven = rows.find(({ fields }) => fields.length !== columns.length)
  if (uneven !== undefined) {
    throw wrongUsage(
      `${file}: line ${uneven.line} has ${uneven.fields.length} fields instead of ${columns.length}, so nothing was imported`,
      'put a name that has a comma in it in quotes',
    )
  }
  return rows.map(({ line, fields }) => ({
    ...rowOfRecord(Object.fromEntries(columns.map((column, at) => [column, fields[at]]))),
    line,
  }))
}

const GEONAMES_COLUMNS = 19
/** Feature codes of places without inhabitants: historical and abandoned. */
const GONE = ['PPLH', 'PPLQ']

/** The dumps of https://download.geonames.org/export/dump/, unpacked; only populated places. */
function rowsOfGeoNames(text: string): CityRow[] {
  return text
    .split('\n')
    .map((row, at) => ({ line: at + 1, columns: row.replace(/\r$/, '').split('\t') }))
    .filter(({ columns: [, , , , , , kind, code] }) => kind === 'P' && !GONE.includes(code ?? ''))
    .map(({ line, columns }) => ({
      line,
      id: columns[0],
      name: columns[1],
      countryCode: columns[8],
      latitude: columns[4],
      longitude: columns[5],
      timeZone: columns[17],
      population: columns[14],
      // Of the source, else of the terrain model, which says -9999 for nothing.
      elevationM: [columns[15], columns[16]].find((text) => text && text !== '-9999'),
    }))
}
