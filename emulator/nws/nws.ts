import { errorAnswer, nwsProblem } from '../error-bodies.ts'
import {
  type Answer,
  type Ask,
  type ProviderRequest,
  type World,
  askFor,
  json,
  refuse,
} from '../exchange.ts'
import { forecastBody } from './forecast.ts'
import {
  type GridCell,
  cellOf,
  centreOf,
  isCovered,
  stationOf,
  stationsOf,
  zoneOf,
} from './grid.ts'
import { GEO_CONTEXT, pointContext, quantity } from './json.ts'
import { observationBody } from './observation.ts'
import { type Place, elevationAt } from '../sky/weather.ts'

const POINT = /^\/points\/(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/
const GRID = /^\/gridpoints\/([A-Z]{3})\/(\d+),(\d+)\/(stations|forecast)$/
const OBSERVATION = /^\/stations\/([0-9A-Z]+)\/observations\/latest$/

export function readNws({ path, query, headers }: ProviderRequest): Ask {
  if (!headers['user-agent']) return refuse(errorAnswer('nws', 403))
  const point = POINT.exec(path)
  if (point) return readPoint(point[1] ?? '', point[2] ?? '')
  const grid = GRID.exec(path)
  if (grid) return readGrid(grid, query.get('units') === 'si')
  const station = stationOf(OBSERVATION.exec(path)?.[1] ?? '')
  if (!station) return refuse(errorAnswer('nws', 404))
  return askFor(station.place, (world) => geoJson(observationBody(world, station)))
}

const geoJson = (body: unknown): Answer => {
  const answer = json(body, 200, 'application/geo+json')
  return {
    ...answer,
    headers: { ...answer.headers, 'cache-control': 'public, max-age=60, s-maxage=60' },
  }
}

function readPoint(latitudeText: string, longitudeText: string): Ask {
  const place = { latitude: Number(latitudeText), longitude: Number(longitudeText) }
  if (isCovered(place)) return askFor(place, (world) => geoJson(pointBody(world, place)))
  const detail = `Unable to provide data for requested point ${latitudeText},${longitudeText}`
  const title = 'Data Unavailable For Requested Point'
  return askFor(place, () => nwsProblem(404, 'InvalidPoint', title, detail))
}

function readGrid(match: RegExpExecArray, isSi: boolean): Ask {
  const [, office = '', x = '', y = '', resource] = match
  const cell = { office, x: Number(x), y: Number(y) }
  const place = centreOf(cell)
  if (!place) return refuse(errorAnswer('nws', 404))
  return askFor(place, (world) =>
    geoJson(resource === 'stations' ? stationsBody(world, cell) : forecastBody(world, place, isSi)),
  )
}

function pointBody({ baseUrl }: World, place: Place): unknown {
  const cell = cellOf(place)
  const id = `${baseUrl}/points/${String(place.latitude)},${String(place.longitude)}`
  const grid = `${baseUrl}/gridpoints/${cell.office}/${String(cell.x)},${String(cell.y)}`
  const coordinates = [place.longitude, place.latitude]
  return {
    '@context': pointContext,
    id,
    type: 'Feature',
    geometry: { type: 'Point', coordinates },
    properties: {
      '@id': id,
      '@type': 'wx:Point',
      cwa: cell.office,
      type: 'land',
      forecastOffice: `${baseUrl}/offices/${cell.office}`,
      gridId: cell.office,
      gridX: cell.x,
      gridY: cell.y,
      forecast: `${grid}/forecast`,
      forecastHourly: `${grid}/forecast/hourly`,
      forecastGridData: grid,
      observationStations: `${grid}/stations`,
      relativeLocation: {
        type: 'Feature',
        geometry: { type: 'Point', coordinates },
        properties: {
          city: 'Emulated',
          state: 'US',
          distance: quantity('m', 0),
          bearing: quantity('degree_(angle)', 0),
        },
      },
      forecastZone: `${baseUrl}/zones/forecast/${cell.office}001`,
      county: `${baseUrl}/zones/county/${cell.office}001`,
      fireWeatherZone: `${baseUrl}/zones/fire/${cell.office}001`,
      timeZone: zoneOf(place),
      radarStation: `K${cell.office}`,
    },
  }
}

function stationsBody(world: World, cell: GridCell): unknown {
  const { baseUrl, seed } = world
  const stations = stationsOf(cell)
  const urlOf = (id: string): string => `${baseUrl}/stations/${id}`
  return {
    '@context': GEO_CONTEXT,
    type: 'FeatureCollection',
    features: stations.map(({ id, place }, rank) => ({
      id: urlOf(id),
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      properties: {
        '@id': urlOf(id),
        '@type': 'wx:ObservationStation',
        elevation: quantity('m', elevationAt(place, seed)),
        stationIdentifier: id,
        name: `Emulated station ${id}`,
        timeZone: zoneOf(place),
        distance: quantity('m', 900 + rank * 8900),
        bearing: quantity('degree_(angle)', 0),
        forecast: `${baseUrl}/zones/forecast/${cell.office}001`,
        county: `${baseUrl}/zones/county/${cell.office}001`,
        fireWeatherZone: `${baseUrl}/zones/fire/${cell.office}001`,
      },
    })),
    observationStations: stations.map(({ id }) => urlOf(id)),
    pagination: { next: `${baseUrl}/stations?cursor=eyJzIjo1MDB9` },
  }
}
