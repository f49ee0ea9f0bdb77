import type { DayWeather } from '../sky/day.ts'
import type { World } from '../exchange.ts'
import { DAY_MS, HOUR_MS, floorTo } from '../sky/numbers.ts'
import { DAILY_TIMES, DAILY_VARIABLES } from './daily-variables.ts'
import type { OpenMeteoQuery } from './query.ts'
import { inUnit, unitFor } from './units.ts'
import type { Variable } from './variables.ts'
import { localIsoMinute, localMidnightMs } from '../sky/time-zones.ts'
import type { Coordinates } from '../sky/weather.ts'

/** One product: its variables, its step, and how it looks at a place and a moment. */
export interface EmulatedProduct<S> {
  readonly kind: 'forecast' | 'air'
  readonly variables: Record<string, Variable<S>>
  readonly stepMs: number
  readonly sample: (world: World, place: Coordinates, atMs: number, intervalMs: number) => S
}

export interface LocationView<S> {
  readonly world: World
  readonly query: OpenMeteoQuery
  readonly product: EmulatedProduct<S>
  readonly place: Coordinates
  readonly offsetSeconds: number
}

export function currentSection<S>(view: LocationView<S>): Record<string, unknown> {
  const { world, query, product, place, offsetSeconds: offset } = view
  const atMs = floorTo(world.now.getTime(), product.stepMs)
  const sample = product.sample(world, place, atMs, product.stepMs)
  const units: Record<string, string> = { time: timeUnit(query), interval: 'seconds' }
  const values: Record<string, unknown> = {
    time: time(atMs, offset, query),
    interval: product.stepMs / 1000,
  }
  for (const name of query.current) {
    const variable = product.variables[name]
    if (!variable) continue
    const unit = unitFor(variable.unit, query.units)
    units[name] = unit.label
    values[name] = inUnit(variable.read(sample), unit, variable.decimals)
  }
  return { current_units: units, current: values }
}

export function hourlySection<S>(view: LocationView<S>): Record<string, unknown> {
  const { world, query, product, place, offsetSeconds: offset } = view
  const hours = dayStarts(world, query, offset).flatMap((start) =>
    Array.from({ length: 24 }, (_, hour) => start + hour * HOUR_MS),
  )
  const samples = hours.map((ms) => product.sample(world, place, ms, HOUR_MS))
  const units: Record<string, string> = { time: timeUnit(query) }
  const columns: Record<string, unknown[]> = { time: hours.map((ms) => time(ms, offset, query)) }
  for (const name of query.hourly) {
    const variable = product.variables[name]
    if (!variable) continue
    const unit = unitFor(variable.unit, query.units)
    units[name] = unit.label
    columns[name] = samples.map((s) => inUnit(variable.read(s), unit, variable.decimals))
  }
  return { hourly_units: units, hourly: columns }
}

export function dailySection<S>(view: LocationView<S>): Record<string, unknown> {
  const { world, query, place, offsetSeconds: offset } = view
  const starts = dayStarts(world, query, offset)
  const days = starts.map((start) => world.day(place, start))
  const units: Record<string, string> = { time: timeUnit(query) }
  const columns: Record<string, unknown[]> = {
    time: starts.map((ms) =>
      query.isUnixTime ? ms / 1000 : localIsoMinute(ms, offset).slice(0, 10),
    ),
  }
  for (const name of query.daily) {
    const [unit, column] = dailyColumn(name, { days, starts }, query, offset)
    units[name] = unit
    columns[name] = column
  }
  return { daily_units: units, daily: columns }
}

function dailyColumn(
  name: string,
  { days, starts }: { readonly days: DayWeather[]; readonly starts: number[] },
  query: OpenMeteoQuery,
  offset: number,
): [unit: string, column: unknown[]] {
  const readTime = DAILY_TIMES[name]
  if (readTime) {
    const times = days.map((day, index) => readTime(day, starts[index] ?? 0))
    return [timeUnit(query), times.map((ms) => time(ms, offset, query))]
  }
  const variable = DAILY_VARIABLES[name]
  if (!variable) return ['', []]
  const unit = unitFor(variable.unit, query.units)
  return [unit.label, days.map((day) => inUnit(variable.read(day), unit, variable.decimals))]
}

function dayStarts(world: World, query: OpenMeteoQuery, offset: number): number[] {
  const first = localMidnightMs(world.now.getTime(), offset) - query.pastDays * DAY_MS
  const count = query.pastDays + query.forecastDays
  return Array.from({ length: count }, (_, day) => first + day * DAY_MS)
}

const timeUnit = ({ isUnixTime }: OpenMeteoQuery): string => (isUnixTime ? 'unixtime' : 'iso8601')

const time = (ms: number, offset: number, { isUnixTime }: OpenMeteoQuery): number | string =>
  isUnixTime ? Math.floor(ms / 1000) : localIsoMinute(ms, offset)
