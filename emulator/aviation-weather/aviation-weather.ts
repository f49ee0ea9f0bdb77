import { errorAnswer } from '../error-bodies.ts'
import {
  json,
  refuse,
  text,
  type Answer,
  type EmulatedCall,
  type EmulatedRequest,
  type World,
} from '../exchange.ts'
import { jsonReport } from './json-report.ts'
import { reportsOf } from './reports.ts'
import { stationById } from './stations.ts'
import { madeAtMs, worldFile } from './world-file.ts'

const FILE_PATH = '/data/cache/metars.cache.csv.gz'
const METAR_PATH = '/api/data/metar'
const MAX_IDS = 400

export function readAviationWeather(request: EmulatedRequest): EmulatedCall {
  const { path, headers } = request
  if (!headers['user-agent']) return refuse(errorAnswer('aviation-weather', 403))
  if (path === FILE_PATH) return readFile(request)
  return path === METAR_PATH ? readMetars(request) : refuse(errorAnswer('aviation-weather', 404))
}

/** About every place at once, so it names none. */
const readFile = ({ headers }: EmulatedRequest): EmulatedCall => ({
  places: [],
  weight: 1,
  answer: (world) => {
    const madeAt = new Date(madeAtMs(world))
    const etag = `"${madeAt.getTime().toString(16)}-${String(world.seed)}"`
    const validators = { etag, 'last-modified': madeAt.toUTCString() }
    if (isUnchanged(headers, etag, madeAt)) return { status: 304, headers: validators, body: '' }
    return fileAnswer(world, validators)
  },
})

function isUnchanged(headers: EmulatedRequest['headers'], etag: string, madeAt: Date): boolean {
  if (headers['if-none-match'] !== undefined) return headers['if-none-match'] === etag
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return since >= madeAt.getTime()
}

const fileAnswer = (world: World, validators: Record<string, string>): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/x-gzip', ...validators },
  body: worldFile(world),
})

function readMetars({ query }: EmulatedRequest): EmulatedCall {
  const ids = (query.get('ids') ?? '').toUpperCase().split(',').filter(Boolean)
  if (ids.length === 0 || ids.length > MAX_IDS) return refuse(errorAnswer('aviation-weather', 400))
  const stations = ids.flatMap((id) => stationById.get(id) ?? [])
  return {
    places: stations.flatMap(({ place }) => place ?? []),
    weight: 1,
    answer: (world) => {
      const reports = stations.flatMap((station) => reportsOf(station, world).slice(0, 1))
      if (reports.length === 0) return text('', 204)
      if (query.get('format') === 'json') return json(reports.map(jsonReport))
      return text(reports.map((report) => `${report.text}\n`).join(''), 200, 'text/plain')
    },
  }
}
