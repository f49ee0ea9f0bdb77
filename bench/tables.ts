import Table from 'cli-table3'
import type { ChildCost, Measurement } from './measurement.ts'
import type { Usage } from './parts/process-usage.ts'
import type { Ratio } from './verdicts.ts'

const RUN_COLUMNS = [
  'cities',
  'latency',
  'errors',
  'variant',
  'cities/s',
  'fallbacks',
  'failed',
  'HTTP/city',
  'events/city',
  'longest history',
  'program',
  'Temporal',
  'database',
  'emulator',
]

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const drawn = new Table({
    head: [...head],
    colAligns: head.map(() => 'right'),
    style: { head: [], border: [], compact: true },
  })
  drawn.push(...rows.map((row) => [...row]))
  return drawn.toString()
}

/** CPU seconds and peak memory stand together for each process. */
export const runsTable = (measurements: readonly Measurement[]): string =>
  table(RUN_COLUMNS, measurements.map(rowOf))

const rowOf = (one: Measurement): string[] => [
  String(one.cities),
  `${one.latencyMs} ms`,
  `${one.errorShare * 100} %`,
  one.variant,
  number(one.citiesPerSecond, one.citiesPerSecond < 100 ? 1 : 0),
  String(one.fallbacks),
  String(one.failed),
  number(one.requestsPerCity, 3),
  number(one.eventsPerCity, 2),
  number(one.largestHistory, 0),
  usage(one.program),
  usage(one.temporal),
  usage(one.database),
  usage(one.emulator),
]

const usage = (used: Usage | null): string =>
  used === null ? '-' : `${number(used.cpuSeconds, 2)} s ${number(used.peakMemoryMb, 0)} MB`

const number = (value: number | null, digits: number): string =>
  value === null ? '-' : value.toFixed(digits)

export const ratiosTable = (ratios: readonly Ratio[]): string =>
  table(
    ['ratio', 'value', 'required', 'holds'],
    ratios.map(({ what, value, required, holds }) => [
      what,
      number(value, Number.isInteger(value) ? 0 : 2),
      required ?? '',
      holds === null ? '' : holds ? 'yes' : 'NO',
    ]),
  )

export const childCostTable = ({ pairs }: ChildCost): string =>
  table(
    ['ms CPU of a city', 'ms CPU of an empty child', 'ratio'],
    pairs.map(({ cityMs, emptyMs, ratio }) => [
      number(cityMs, 1),
      number(emptyMs, 1),
      number(ratio, 2),
    ]),
  )
