import type { Place } from '../../../domain/city/city.ts'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type { PlaceAnswer, PlaceMemory, PlaceReading } from '../../../domain/provider/provider.ts'
import { DAY_MS, HOUR_MS } from '../../../domain/time/durations.ts'
import { checkForecast } from '../../../domain/weather/forecast-plausibility.ts'
import { checkConditions } from '../../../domain/weather/plausibility.ts'
import type { Product } from '../../../domain/weather/product.ts'
import { refuseOldPrediction } from '../../../domain/weather/timeliness.ts'
import { isFailureOfPlace } from '../place-failures.ts'
import { readEach } from '../read-each.ts'
import {
  forNewList,
  memoryOf,
  stationsAfterMiss,
  stationsAfterReport,
  stationsAfterReportWithoutSky,
  type Grid,
  type Stations,
} from './address.ts'
import { hasSky, toConditions } from './conditions.ts'
import { madeAtOf, toForecast } from './forecast.ts'
import { toHourlyConditions } from './hourly.ts'
import { METRES, valueIn } from './quantity.ts'
import type { Step } from './requests.ts'
import { toStations } from './stations.ts'
import { parseCell, parseForecast, parseHourly } from './wire-forecast.ts'
import { parseObservation, parsePoint, parseStations } from './wire.ts'

/** Stations report hourly, and their quality control takes up to 20 minutes more. */
const SANE_AGE_MINUTES = 90

/** An hour of the forecast, and some time for an office that is late with the next. */
const SANE_HOUR_AGE_MINUTES = 90

/** Stations are looked up again daily, so that a place returns to the nearest that works. */
const STATIONS_KEPT_MS = DAY_MS

/** Stations report hourly, so those that were silent are looked up again after an hour. */
export const SILENCE_KEPT_MS = HOUR_MS

interface Asked {
  readonly place: Place
  readonly products: readonly Product[]
  readonly read: () => Promise<unknown>
  readonly now: () => Date
}

/** What the answer to one step means for the place. */
export async function answerOf(step: Step, asked: Asked): Promise<PlaceAnswer> {
  const { place, read, now } = asked
  switch (step.kind) {
    case 'point':
      return { kind: 'learned', memory: memoryOf(toGrid(await read())) }
    case 'forecast':
      return forecastAnswer(step.grid, asked)
    case 'stations': {
      const stations = toStations(parseStations(await read()), place, step.grid, now())
      return { kind: 'learned', memory: memoryOf(step.grid, stations) }
    }
    case 'observation':
      return observationAnswer(step.grid, step.stations, asked)
    case 'hourly':
      return hourlyAnswer(step.grid, step.stations, asked)
  }
}

function forecastAnswer(grid: Grid, asked: Asked): Promise<PlaceAnswer> {
  if (grid.elevationM === undefined) return heightAnswer(grid, asked)
  return asked.read().then((body) => toForecastAnswer(body, asked))
}

/** Stations do not wait for a forecast that fails: it is requested again by itself, and fails by itself. */
async function heightAnswer(grid: Grid, asked: Asked): Promise<PlaceAnswer> {
  const leadsOn = asked.products.includes('conditions')
  const body = await asked.read().catch((error: unknown) => {
    if (leadsOn && isFailureOfPlace(error) && error.kind !== 'not-found') return undefined
    throw error
  })
  const elevationM = body === undefined ? null : elevationOf(body)
  const memory = memoryOf({ ...grid, elevationM })
  const learned: PlaceAnswer = { kind: 'learned', memory }
  if (body === undefined || !asked.products.includes('forecast')) return learned
  try {
    return { ...toForecastAnswer(body, asked), memory, learned: leadsOn }
  } catch (error) {
    if (!leadsOn) throw error
    return learned
  }
}

function toForecastAnswer(body: unknown, { place: { timeZone }, now }: Asked): PlaceReading {
  return readEach(['forecast'], (_, discard) => {
    const answer = parseForecast(body, discard)
    const timing = { now: now(), timeZone, madeAt: madeAtOf(answer, now(), discard) }
    const forecast = toForecast(answer, now(), discard)
    return { forecast: checkForecast(forecast, timing, discard) }
  })
}

const elevationOf = (body: unknown): number | null =>
  valueIn(METRES, 'elevation', parseCell(body).properties.elevation, () => undefined)

/** Without a report to take the next station is tried, and so it is where only the sky is lacking. */
async function observationAnswer(
  grid: Grid,
  stations: Stations,
  { place, read, now }: Asked,
): Promise<PlaceAnswer> {
  try {
    const body = await read()
    const answer = readEach(['conditions'], (_, discard) => {
      const conditions = toConditions(parseObservation(body, discard), place, now(), discard)
      const timing = { now: now(), maxAgeMinutes: SANE_AGE_MINUTES }
      return { conditions: checkConditions(conditions, timing, discard) }
    })
    const { conditions } = answer.reading
    const isWithoutSky = conditions !== undefined && !hasSky(conditions)
    const next = isWithoutSky ? stationsAfterReportWithoutSky(stations) : undefined
    if (next) return { kind: 'learned', memory: memoryOf(grid, next) }
    const memory = memoryAfterSuccess(
      grid,
      stations,
      stationsAfterReport(stations, isWithoutSky),
      now(),
    )
    return { ...answer, ...(memory && { memory }) }
  } catch (error) {
    if (!isFailureOfPlace(error)) throw error
    return { kind: 'learned', memory: memoryOf(grid, stationsAfterMiss(stations, now())) }
  }
}

/** Where no station stands for the place, or none has a report to take. */
async function hourlyAnswer(
  grid: Grid,
  stations: Stations,
  { place, read, now }: Asked,
): Promise<PlaceAnswer> {
  const body = await read()
  const answer = readEach(['conditions'], (_, discard) => {
    const hourly = parseHourly(body, discard)
    const madeAt = madeAtOf(hourly, now(), discard)
    refuseOldPrediction('conditions', madeAt, now())
    const conditions = toHourlyConditions(hourly, place, now(), discard)
    const timing = { now: now(), maxAgeMinutes: SANE_HOUR_AGE_MINUTES, madeAt }
    return { conditions: checkConditions(conditions, timing, discard) }
  })
  const memory = memoryAfterSuccess(grid, stations, stations, now())
  return { ...answer, ...(memory && { memory }) }
}

/** The list is dropped once it is a day old, after an hour where its stations were silent. */
function memoryAfterSuccess(
  grid: Grid,
  before: Stations,
  after: Stations,
  at: Date,
): PlaceMemory | undefined {
  const keptMs = before.silent ? SILENCE_KEPT_MS : STATIONS_KEPT_MS
  const isCurrent = at.getTime() - Date.parse(before.since) < keptMs
  if (!isCurrent) return memoryOf(forNewList(grid))
  return before === after ? undefined : memoryOf(grid, after)
}

function toGrid(body: unknown): Grid {
  const { gridId, gridX, gridY } = parsePoint(body).properties
  if (gridId == null || gridX == null || gridY == null) {
    throw new ProviderError('not-covered', 'NWS: the point lies outside the forecast grid')
  }
  return { office: gridId, gridX, gridY }
}
