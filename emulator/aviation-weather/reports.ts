import type { World } from '../exchange.ts'
import { HOUR_MS, MINUTE_MS, floorTo } from '../sky/numbers.ts'
import type { Weather } from '../sky/weather.ts'
import { bodyOf } from './metar-text.ts'
import { observed, type Observed } from './observed.ts'
import type { MetarStation, StationHabit } from './stations.ts'

export interface EmulatedReport {
  readonly station: MetarStation
  readonly observedAtMs: number
  readonly isCorrected: boolean
  readonly seen: Observed
  /** Without the word METAR. */
  readonly text: string
}

/** The file holds what came in the last hour and a bit, so a station can be in it more than once. */
const KEPT_MS = 80 * MINUTE_MS

/** From the observation to the file. */
const DELAY_MS = 3 * MINUTE_MS

const OLD_MS = 3 * HOUR_MS

/** By how much an original is wrong where a correction follows. */
const WRONG_BY_C = 12

/** Minutes of the hour at which the station looks. */
const MINUTES: Readonly<Record<StationHabit, readonly number[]>> = {
  american: [51],
  'american-auto': [51],
  international: [20, 50],
  'metres-a-second': [0, 30],
  auto: [25, 55],
  corrected: [0, 30],
  garbled: [0],
  old: [0],
  silent: [],
}

/** What the service has of a station, the newest report first. */
export function reportsOf(station: MetarStation, world: World): EmulatedReport[] {
  const nowMs = world.now.getTime() - (station.habit === 'old' ? OLD_MS : 0)
  const hourMs = floorTo(nowMs, HOUR_MS)
  return [hourMs, hourMs - HOUR_MS, hourMs - 2 * HOUR_MS]
    .flatMap((startMs) => MINUTES[station.habit].map((minute) => startMs + minute * MINUTE_MS))
    .filter((atMs) => atMs + DELAY_MS <= nowMs && atMs > nowMs - KEPT_MS)
    .sort((one, other) => other - one)
    .flatMap((atMs) => reportsAt(station, atMs, world))
}

function reportsAt(station: MetarStation, atMs: number, world: World): EmulatedReport[] {
  const weather = world.weather(station.place ?? { latitude: 0, longitude: 0 }, atMs)
  if (station.habit !== 'corrected') return [reportAt(station, atMs, weather)]
  const wrong = { ...weather, temperatureC: weather.temperatureC + WRONG_BY_C }
  return [reportAt(station, atMs, weather, true), reportAt(station, atMs, wrong)]
}

function reportAt(
  station: MetarStation,
  observedAtMs: number,
  weather: Weather,
  isCorrected = false,
): EmulatedReport {
  const seen = observed(weather)
  const start = `${station.id} ${timeGroup(observedAtMs)} ${isCorrected ? 'COR ' : ''}`
  const text = start + bodyOf(seen, station.habit)
  const isGarbled = station.habit === 'garbled'
  return { station, observedAtMs, isCorrected, seen, text: isGarbled ? garbled(text) : text }
}

function timeGroup(atMs: number): string {
  const [, day = '', hour = '', minute = ''] =
    /-(\d\d)T(\d\d):(\d\d)/.exec(new Date(atMs).toISOString()) ?? []
  return `${day}${hour}${minute}Z`
}

/** As a line of bad contact leaves it. */
const garbled = (text: string): string => text.replaceAll(/\d{2}(?=KT|\/|\s|$)/g, '#?')
