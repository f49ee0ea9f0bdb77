import { csvText, type CsvValue } from '../../domain/text/csv.ts'
import { CONDITION_FIELD_NAMES, CONDITION_FIELDS } from '../../domain/weather/condition-fields.ts'
import type { HistoryBody, HistoryDay, HistoryHour, HistoryReading } from '../schemas/history.ts'

type Units = HistoryBody['units']

interface Column<Item> {
  readonly name: string
  /** The field of the units block that says what it is in. */
  readonly unitOf?: keyof Units
  readonly value: (item: Item) => CsvValue
}

const column = <Item>(
  name: string,
  value: Column<Item>['value'],
  unitOf?: keyof Units,
): Column<Item> => ({ name, value, ...(unitOf && { unitOf }) })

type Sums = Pick<HistoryHour, 'samples' | 'temperature' | 'humidity'>

const SUMS: readonly Column<Sums>[] = [
  column('samples', ({ samples }) => samples),
  column('temperature_min', ({ temperature }) => temperature.min, 'temperature'),
  column('temperature_mean', ({ temperature }) => temperature.mean, 'temperature'),
  column('temperature_max', ({ temperature }) => temperature.max, 'temperature'),
  column('temperature_samples', ({ temperature }) => temperature.samples),
  column('humidity_mean', ({ humidity }) => humidity.mean, 'humidity'),
  column('humidity_samples', ({ humidity }) => humidity.samples),
]

const HOUR: readonly Column<HistoryHour>[] = [
  column('starts_at', (hour) => hour.starts_at),
  column('local_time', (hour) => hour.local_time),
  ...SUMS,
]

const DAY: readonly Column<HistoryDay>[] = [
  column('date', ({ date }) => date),
  column('starts_at', (day) => day.starts_at),
  column('ends_at', (day) => day.ends_at),
  column('hours', ({ hours }) => hours),
  ...SUMS,
]

const READING: readonly Column<HistoryReading>[] = [
  column('valid_at', (reading) => reading.valid_at),
  column('local_time', (reading) => reading.local_time),
  column('fetched_at', (reading) => reading.fetched_at),
  column('confirmed_at', (reading) => reading.confirmed_at),
  column('run_id', (reading) => reading.run_id),
  column('basis', ({ basis }) => basis),
  column('derived', ({ derived }) => derived.join(' ')),
  ...CONDITION_FIELD_NAMES.map((name) => {
    const field = CONDITION_FIELDS[name].responseName
    return column<HistoryReading>(
      field,
      ({ conditions }) => conditions[field],
      field as keyof Units,
    )
  }),
]

/** A page of history as a table: names with their units, a row for each hour, day or reading. */
export function historyCsv(body: HistoryBody): string {
  const { hourly = [], daily = [], readings = [] } = body
  if (body.interval === 'hour') return table(body, HOUR, hourly, ({ providers }) => providers)
  if (body.interval === 'day') return table(body, DAY, daily, ({ providers }) => providers)
  return table(body, READING, readings, ({ provider }) => [provider])
}

function table<Item>(
  { city, units, sources, simulated }: HistoryBody,
  columns: readonly Column<Item>[],
  items: readonly Item[],
  providersOf: (item: Item) => readonly string[] | null,
): string {
  const names = columns.map(({ name, unitOf }) => withUnit(name, unitOf && units[unitOf]))
  const credits = new Map<string, Credit>(
    sources.map(({ provider, attribution }) => [provider, attribution]),
  )
  const mark = simulated === true ? [true] : []
  return csvText(
    [
      'city_id',
      'city',
      'country',
      ...names,
      'providers',
      'attribution',
      'licence',
      ...mark.map(() => 'simulated'),
    ],
    items.map((item) => {
      const providers = providersOf(item)
      const given = providers?.map((one) => credits.get(one)) ?? []
      return [
        ...[city.id, city.name, city.country],
        ...columns.map(({ value }) => value(item)),
        ...[
          providers?.join(' ') ?? null,
          listOf(given.map((one) => one?.text)),
          listOf(given.map((one) => one?.licence)),
          ...mark,
        ],
      ]
    }),
  )
}

type Credit = HistoryBody['sources'][number]['attribution']

/** Each once; null where there is none. */
function listOf(texts: readonly (string | null | undefined)[]): string | null {
  const known = new Set(texts.flatMap((text) => text ?? []))
  return known.size === 0 ? null : [...known].join('; ')
}

const withUnit = (name: string, unit: string | undefined): string =>
  unit === undefined ? name : `${name} (${unit})`
