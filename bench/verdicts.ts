import type { BlipCost, ChildCost, LedgerCost, Measurement, Variant } from './measurement.ts'

export interface Ratio {
  readonly what: string
  readonly value: number
  /** What was promised of it; null where nothing was. */
  readonly required: string | null
  readonly holds: boolean | null
}

/** Gear bulk reaches at least this share of what a program without Temporal does. */
const MIN_SHARE_OF_BATCHED = 0.5
const PROMISED_AT_CITIES = 10_000
const MAX_CHILD_COST = 1.5
const HISTORY_LIMIT = 4000
const MAX_LEDGER_SHARE = 0.05

interface Costs {
  readonly childCost: ChildCost | null
  readonly blip: BlipCost | null
  readonly ledger: LedgerCost | null
}

export function verdictsOf(
  measurements: readonly Measurement[],
  { childCost, blip, ledger }: Costs,
  databaseKind: string,
): Ratio[] {
  return [
    ...measurements.flatMap((measurement) =>
      speedRatios(measurement, measurements, databaseKind !== 'embedded'),
    ),
    ...historyVerdict(measurements),
    ...(childCost
      ? [atMost('worker CPU of a city / of an empty child', childCost.medianRatio, MAX_CHILD_COST)]
      : []),
    ...(blip ? blipVerdicts(blip) : []),
    ...(ledger ? [ledgerVerdict(ledger)] : []),
  ]
}

const ledgerVerdict = ({ cities, medianShare }: LedgerCost): Ratio =>
  atMost(`CPU of the ledger / of a run in bulk, ${cities} cities`, medianShare, MAX_LEDGER_SHARE)

/** Of a run in which every tenth request fails at every provider. */
const MIN_FRESH = 0.999
const MAX_WEIGHT = 1.3
const MAX_TIME = 1.7

function blipVerdicts({ cities, freshShare, weightRatio, timeRatio }: BlipCost): Ratio[] {
  const what = `${cities} cities in bulk, 10 % errors at every provider`
  return [
    atLeast(`${what}: fresh at the end`, freshShare, MIN_FRESH),
    atMost(`${what}: weight / without errors`, weightRatio, MAX_WEIGHT),
    atMost(`${what}: time / without errors`, timeRatio, MAX_TIME),
  ]
}

function speedRatios(one: Measurement, all: readonly Measurement[], onPostgres: boolean): Ratio[] {
  if (one.variant !== 'bulk' && one.variant !== 'city') return []
  return (['batched', 'plain'] as const).flatMap((baseline): Ratio[] => {
    const other = find(all, baseline, one)
    if (!other) return []
    const value = one.citiesPerSecond / other.citiesPerSecond
    const what = `${one.variant} / ${baseline}, ${nameOf(one)}`
    const isBulkToBatched = one.variant === 'bulk' && baseline === 'batched'
    return onPostgres && isBulkToBatched && one.cities === PROMISED_AT_CITIES
      ? [atLeast(what, value, MIN_SHARE_OF_BATCHED)]
      : [unpromised(what, value)]
  })
}

/** The plain loop may have been measured on fewer cities: its speed does not depend on them. */
const find = (all: readonly Measurement[], variant: Variant, one: Measurement) =>
  all.find(
    (other) =>
      other.variant === variant &&
      other.latencyMs === one.latencyMs &&
      other.errorShare === one.errorShare &&
      (variant === 'plain' || other.cities === one.cities),
  )

const nameOf = ({ cities, latencyMs, errorShare }: Measurement): string =>
  `${cities} cities, ${latencyMs} ms, ${errorShare * 100} % errors`

function historyVerdict(measurements: readonly Measurement[]): Ratio[] {
  const lengths = measurements.flatMap(({ largestHistory }) => largestHistory ?? [])
  if (lengths.length === 0) return []
  const value = Math.max(...lengths)
  const required = `< ${HISTORY_LIMIT}`
  return [{ what: 'events of the largest history', value, required, holds: value < HISTORY_LIMIT }]
}

export const unpromised = (what: string, value: number): Ratio => ({
  what,
  value,
  required: null,
  holds: null,
})

export const atLeast = (what: string, value: number, least: number): Ratio => ({
  what,
  value,
  required: `≥ ${least}`,
  holds: value >= least,
})

export const atMost = (what: string, value: number, most: number): Ratio => ({
  what,
  value,
  required: `≤ ${most}`,
  holds: value <= most,
})
