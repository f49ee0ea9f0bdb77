import { EMULATIONS } from '../emulations.ts'
import type { ProviderName } from '../provider-names.ts'
import type { EntryPaths } from './forecast-entry.ts'
import { isObject, valueAt, withValue, type Path } from './json-paths.ts'

/** Moments beside the entries that say when the whole forecast was made. */
const MADE_AT: Path[] = [
  ['properties', 'generatedAt'],
  ['properties', 'updateTime'],
  ['properties', 'meta', 'updated_at'],
]

const SECOND = 1
const MAX_ENTRIES = 400
const DAY_SECONDS = 86_400
const IMPOSSIBLE_DATE = '2027-02-29'
const IMPOSSIBLE_SECONDS = 1e20
const BELOW_MIN_DEGREES = 5

type Change = (value: unknown) => unknown

const changed = (body: unknown, paths: readonly Path[], change: Change): unknown =>
  paths.reduce((result, path) => withValue(result, path, change), body)

/** The second entry says the moment of the first. */
export function withDuplicateDate(body: unknown, provider: ProviderName): unknown {
  const first = entryAt(0, body, provider).moments
  const second = entryAt(SECOND, body, provider).moments
  return second.reduce((result, path, index) => {
    const moment = valueAt(body, first[index] ?? [])
    return moment === undefined ? result : withValue(result, path, () => moment)
  }, body)
}

/** The second entry is at a moment that no calendar has. */
export const withImpossibleDate = (body: unknown, provider: ProviderName): unknown =>
  changed(body, entryAt(SECOND, body, provider).moments, (moment) => {
    if (typeof moment === 'number') return IMPOSSIBLE_SECONDS
    return typeof moment === 'string'
      ? moment.replace(/^\d{4}-\d{2}-\d{2}/, IMPOSSIBLE_DATE)
      : moment
  })

/** Every maximum of the forecast lies below its minimum. */
export function withMaxBelowMin(body: unknown, provider: ProviderName): unknown {
  return everyEntry(body, provider, (result, { highs, lows }) => {
    const low = valueAt(result, lows[0] ?? [])
    return changed(result, highs, (high) =>
      typeof low === 'number' && typeof high === 'number' ? low - BELOW_MIN_DEGREES : high,
    )
  })
}

/** The second entry knows nothing. */
export const withDayOfNulls = (body: unknown, provider: ProviderName): unknown =>
  changed(body, entryAt(SECOND, body, provider).values, allNull)

/** Made days ago, and about the days that followed. */
export function madeDaysAgo(body: unknown, provider: ProviderName, days: number): unknown {
  const earlier: Change = (moment) => {
    if (typeof moment === 'number') return moment - days * DAY_SECONDS
    return typeof moment === 'string' ? shiftedDate(moment, days) : moment
  }
  const shifted = everyEntry(body, provider, (result, { moments }) =>
    changed(result, moments, earlier),
  )
  return shifted === body ? body : changed(shifted, MADE_AT, earlier)
}

const NO_ENTRY: EntryPaths = { moments: [], highs: [], lows: [], values: [] }

/** Nothing where the provider has no forecast. */
const entryAt = (index: number, body: unknown, provider: ProviderName): EntryPaths =>
  EMULATIONS[provider].forecastEntry?.(index, body) ?? NO_ENTRY

function everyEntry(
  body: unknown,
  provider: ProviderName,
  change: (body: unknown, entry: EntryPaths) => unknown,
): unknown {
  let result = body
  for (let index = 0; index < MAX_ENTRIES; index += 1) {
    const entry = entryAt(index, body, provider)
    const [moment] = entry.moments
    if (!moment || valueAt(body, moment) === undefined) return result
    result = change(result, entry)
  }
  return result
}

function shiftedDate(moment: string, days: number): string {
  const date = Date.parse(moment.slice(0, 10))
  if (Number.isNaN(date)) return moment
  const earlier = new Date(date - days * DAY_SECONDS * 1000)
  return earlier.toISOString().slice(0, 10) + moment.slice(10)
}

function allNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(allNull)
  if (!isObject(value)) return null
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, allNull(part)]))
}
