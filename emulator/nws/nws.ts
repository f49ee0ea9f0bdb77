import { errorAnswer, nwsProblem } from '../error-bodies.ts'
import {
  callFor,
  json,
  refuse,
  type Answer,
  type EmulatedCall,
  type EmulatedRequest,
  type World,
} from '../exchange.ts'
import { forecastBody } from './forecast.ts'
import { zoneOf } from '../sky/zones.ts'
import { cellOf, centreOf, isCovered, type GridCell } from './grid.ts'
import { hourlyBody } from './hourly.ts'
import { GEO_CONTEXT, pointContext, quantity } from './json.ts'
import { observationBody } from './observation.ts'
import { cellOfStation, stationsOf } from './stations.ts'
import type { Coordinates } from '../sky/weather.ts'

const POINT = /^\/points\/(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/
const GRID = /^\/gridpoints\/([A-Z]{3})\/(\d+),(\d+)\/(stations|forecast|forecast\/hourly)$/
const OBSERVATION = /^\/stations\/([0-9A-Z]+)\/observations\/latest$/

export function readNws({ path, query, headers }: EmulatedRequest): EmulatedCall {
  if (!headers['user-agent']) return refuse(errorAnswer('nws', 403))
  const point = POINT.exec(path)
  if (point) return readPoint(point[1] ?? '', point[2] ?? '')
  const grid = GRID.exec(path)
  if (grid) return readGrid(grid, query.get('units') === 'si')
  const id = OBSERVATION.exec(path)?.[1] ?? ''
  return readObservation(id)
}

function readObservation(id: string): EmulatedCall {
  const cell = cellOfStation(id)
  const place = cell && centreOf(cell)
  if (!place) return refuse(errorAnswer('nws', 404))
  return callFor(place, (world) => {
    const station = stationsOf(cell, world).find((one) => one.id === id)
    if (!station || station.report === 'absent') return errorAnswer('nws', 404)
    return geoJson(observationBody(world, station))
  })
}

const geoJson = (body: unknown): Answer => {
  const answer = json(body, 200, 'application/geo+json')
  return {
    ...answer,
    headers: { ...answer.headers, 'cache-control': 'public, max-age=60, s-maxage=60' },
  }
}

function readPoint(latitudeText: string, longitudeText: string): EmulatedCall {
  const place = { latitude: Number(latitudeText), longitude: Number(longitudeText) }
  if (isCovered(place)) return callFor(place, (world) => geoJson(pointBody(world, place)))
  const detail = `Unable to provide data for requested point ${latitudeText},${longitudeText}`
  const title = 'Data Unavailable For Requested Point'
  return callFor(place, () => nwsProblem(404, 'InvalidPoint', title, detail))
}

function readGrid(match: RegExpExecArray, isSi: boolean): EmulatedCall {
  const [, office = '', x = '', y = '', resource] = match
  const cell = { office, x: Number(x), y: Number(y) }
  const place = centreOf(cell)
  if (!place) return refuse(errorAnswer('nws', 404))
  const bodyIn = (world: World): unknown => {
    if (resource === 'stations') return stationsBody(world, cell)
    return resource === 'forecast'
      ? forecastBody(world, place, isSi)
      : hourlyBody(world, place, isSi)
  }
  return callFor(place, (world) => geoJson(bodyIn(world)))
}

function pointBody({ baseUrl }: World, place: Coordinates): unknown {
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
      relativeLocation: relativeLocation(coordinates),
      forecastZone: `${baseUrl}/zones/forecast/${cell.office}001`,
      county: `${baseUrl}/zones/county/${cell.office}001`,
      fireWeatherZone: `${baseUrl}/zones/fire/${cell.office}001`,
      timeZone: zoneOf(place),
      radarStation: `K${cell.office}`,
    },
  }
}

const relativeLocation = (coordinates: readonly number[]): unknown => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties: {
    city: 'Emulated',
    state: 'US',
    distance: quantity('m', 0),
    bearing: quantity('degree_(angle)', 0),
  },
})

function stationsBody(world: World, cell: GridCell): unknown {
  const { baseUrl } = world
  const stations = stationsOf(cell, world)
  const urlOf = (id: string): string => `${baseUrl}/stations/${id}`
  return {
    '@context': GEO_CONTEXT,
    type: 'FeatureCollection',
    features: stations.map(
      ({ id, place, elevationM, km, bearingDegrees, network, subNetwork }) => ({
        id: urlOf(id),
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
        properties: {
          '@id': urlOf(id),
          '@type': 'wx:ObservationStation',
          elevation: quantity('m', elevationM),
          stationIdentifier: id,
          name: `Emulated station ${id}`,
          timeZone: zoneOf(place),
          ...(network !== undefined && { provider: network }),
          ...(subNetwork !== undefined && { subProvider: subNetwork }),
          distance: quantity('m', km * 1000),
          bearing: quantity('degree_(angle)', bearingDegrees),
          forecast: `${baseUrl}/zones/forecast/${cell.office}001`,
          county: `${baseUrl}/zones/county/${cell.office}001`,
          fireWeatherZone: `${baseUrl}/zones/fire/${cell.office}001`,
        },
      }),
    ),
    observationStations: stations.map(({ id }) => urlOf(id)),
    pagination: { next: `${baseUrl}/stations?cursor=eyJzIjo1MDB9` },
  }
}
