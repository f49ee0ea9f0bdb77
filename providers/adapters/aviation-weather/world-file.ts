import { Readable, type Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import { isoInstantOf } from '../../wire-values.ts'
import { csvRows, CsvError } from './csv-rows.ts'
import { reportOf, type StationReport } from './station-report.ts'

/** Some 5000 stations with up to three reports each, in about 3 MB of text. */
export interface FileLimits {
  readonly textBytes: number
  readonly rows: number
  readonly rowCharacters: number
  readonly stations: number
}

export const FILE_LIMITS: FileLimits = {
  textBytes: 12 * 1024 * 1024,
  rows: 50_000,
  rowCharacters: 4_000,
  stations: 15_000,
}

/** Lines such as `No errors` and `4871 results` may stand before the header. */
const MAX_STATUS_LINES = 10

/** A report in more rows than this has another format. */
const MAX_BAD_SHARE = 0.5

const COLUMNS = [
  'raw_text',
  'station_id',
  'observation_time',
  'latitude',
  'longitude',
  'elevation_m',
  'corrected',
] as const

type Column = (typeof COLUMNS)[number]

/** Undefined for a row that cannot be read. */
type ReadRow = (fields: readonly string[]) => StationReport | undefined

/**
 * Reads the file of all current reports as a stream: never more than a row of its text is held. Rows
 * that cannot be read, and stations without a place, are left out.
 * @throws ProviderError `not-json` for what is no such file, `schema-mismatch` for one of another form.
 */
export async function readWorldFile(
  packed: Uint8Array,
  limits: FileLimits = FILE_LIMITS,
): Promise<StationReport[]> {
  const gunzip = createGunzip()
  Readable.from([packed]).pipe(gunzip)
  try {
    return await reportsIn(csvRows(textOf(gunzip, limits.textBytes), limits.rowCharacters), limits)
  } catch (error) {
    throw error instanceof ProviderError ? error : failureOf(error)
  } finally {
    gunzip.destroy()
  }
}

async function* textOf(gunzip: Transform, maxBytes: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw mismatch(`more than ${maxBytes} bytes`)
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
}

async function reportsIn(
  rows: AsyncIterable<string[]>,
  limits: FileLimits,
): Promise<StationReport[]> {
  const reports: StationReport[] = []
  const stations = new Set<string>()
  let readRow: ReadRow | undefined
  let count = 0
  for await (const row of rows) {
    count += 1
    if (count > limits.rows) throw mismatch(`more than ${limits.rows} rows`)
    if (!readRow) {
      readRow = readerFor(row)
      if (!readRow && count > MAX_STATUS_LINES) throw mismatch('no header')
      continue
    }
    const report = readRow(row)
    if (!report) continue
    reports.push(report)
    stations.add(report.stationId)
    if (stations.size > limits.stations) throw mismatch(`more than ${limits.stations} stations`)
  }
  if (!readRow) throw mismatch('no header')
  if (reports.length < (count - MAX_STATUS_LINES) * (1 - MAX_BAD_SHARE)) {
    throw mismatch(`${reports.length} reports in ${count} rows`)
  }
  return reports
}

/** By name, because columns such as `sky_cover` repeat; undefined for a row that is no header. */
function readerFor(header: readonly string[]): ReadRow | undefined {
  if (header[0] !== 'raw_text') return undefined
  const at = new Map(COLUMNS.map((column) => [column, header.indexOf(column)]))
  const missing = COLUMNS.filter((column) => at.get(column) === -1)
  if (missing.length > 0) throw mismatch(`no column ${missing.join(', ')}`)
  return (fields) => {
    if (fields.length !== header.length) return undefined
    const field = (column: Column): string => fields[at.get(column) ?? -1] ?? ''
    return reportOf({
      stationId: ownCopyOf(field('station_id')),
      observedAt: isoInstantOf(field('observation_time')),
      latitude: numberOf(field('latitude')),
      longitude: numberOf(field('longitude')),
      elevationM: numberOf(field('elevation_m')),
      isCorrected: field('corrected').toUpperCase() === 'TRUE',
      text: ownCopyOf(field('raw_text')),
    })
  }
}

/** Without it a field keeps the piece of the file in memory that it was cut from. */
const ownCopyOf = (field: string): string => Buffer.from(field).toString()

const numberOf = (text: string): number | null =>
  /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null

const mismatch = (what: string): ProviderError =>
  new ProviderError('schema-mismatch', `Aviation Weather Center: the world file has ${what}`)

function failureOf(cause: unknown): ProviderError {
  if (cause instanceof CsvError) return mismatch(cause.message)
  const said = 'Aviation Weather Center: the world file cannot be unpacked'
  return new ProviderError('not-json', said, { cause })
}
