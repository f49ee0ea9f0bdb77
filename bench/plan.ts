import { parseArgs } from 'node:util'

export const GEARS = ['city', 'bulk'] as const
export type Gear = (typeof GEARS)[number]

/** One square of the matrix. */
export interface Cell {
  readonly cities: number
  readonly latencyMs: number
  readonly errorShare: number
  /** The first provider alone where absent. */
  readonly errorsAt?: 'first' | 'every'
}

export interface Plan {
  readonly cells: readonly Cell[]
  readonly gears: readonly Gear[]
  /** Bulk and batched alternate so often; their medians count. */
  readonly rounds: number
  /** Slow by nature, so they are measured on fewer cities. */
  readonly gearCityMost: number
  readonly plainLoopMost: number
  readonly childCost: { readonly pairs: number; readonly cities: number } | null
  readonly blip: { readonly pairs: number; readonly cities: number } | null
  readonly ledger: { readonly pairs: number; readonly cities: number } | null
  readonly embedded: boolean
  readonly profile: boolean
  readonly json: boolean
}

const HELP = `npm run bench -- [options]

  --cities 500,2000,10000  cities in a run
  --gears city,bulk        gears to measure
  --latency-ms 0,100       latency of the providers
  --errors 0,10            percent of the first provider's requests that fail
  --rounds 3               how often bulk and its baseline alternate
  --full                   gear city and the plain loop on every number of cities
  --quick                  500 cities, no latency, no errors, one round
  --skip-child-cost        without the comparison with an empty child
  --skip-ledger            without what the quota ledger costs a run of 10000 cities
  --skip-blip              without the run of 10000 cities with errors at every provider
  --embedded               the embedded database, also where PostgreSQL answers
  --profile                CPU profiles of workers and baseline into bench/results/
  --json                   the result as JSON to standard output`

const DEFAULT_ROUNDS = 3
const MAX_GEAR_CITY = 2000
const MAX_PLAIN_LOOP = 500
const BLIP_CITIES = 10_000
const LEDGER_CITIES = 10_000

/** @throws Error that says which flag is wrong. */
export function planOf(args: readonly string[]): Plan {
  const { values: flags } = parseArgs({
    args: [...args],
    options: {
      cities: { type: 'string' },
      gears: { type: 'string', default: GEARS.join(',') },
      'latency-ms': { type: 'string' },
      errors: { type: 'string' },
      rounds: { type: 'string' },
      full: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      'skip-child-cost': { type: 'boolean', default: false },
      'skip-ledger': { type: 'boolean', default: false },
      'skip-blip': { type: 'boolean', default: false },
      embedded: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (flags.help) {
    console.log(HELP)
    process.exit(0)
  }
  const { quick, full } = flags
  return {
    cells: cellsOf({
      cities: numbers('cities', flags.cities ?? (quick ? '500' : '500,2000,10000'), 1),
      latenciesMs: numbers('latency-ms', flags['latency-ms'] ?? (quick ? '0' : '0,100'), 0),
      errorsPct: numbers('errors', flags.errors ?? (quick ? '0' : '0,10'), 0),
    }),
    gears: gearsOf(flags.gears),
    rounds: numbers('rounds', flags.rounds ?? String(quick ? 1 : DEFAULT_ROUNDS), 1)[0] ?? 1,
    gearCityMost: full ? Infinity : MAX_GEAR_CITY,
    plainLoopMost: full ? Infinity : MAX_PLAIN_LOOP,
    childCost: flags['skip-child-cost'] ? null : { pairs: quick ? 2 : 4, cities: 500 },
    blip: flags['skip-blip'] ? null : { pairs: quick ? 1 : 3, cities: BLIP_CITIES },
    ledger: flags['skip-ledger'] ? null : { pairs: quick ? 1 : 3, cities: LEDGER_CITIES },
    embedded: flags.embedded,
    profile: flags.profile,
    json: flags.json,
  }
}

function cellsOf(axes: {
  cities: readonly number[]
  latenciesMs: readonly number[]
  errorsPct: readonly number[]
}): Cell[] {
  return axes.cities.flatMap((cities) =>
    axes.latenciesMs.flatMap((latencyMs) =>
      axes.errorsPct.map((percent) => ({ cities, latencyMs, errorShare: percent / 100 })),
    ),
  )
}

function gearsOf(text: string): Gear[] {
  const names = text.split(',')
  const unknown = names.find((name) => !GEARS.some((gear) => gear === name))
  if (unknown !== undefined) {
    throw new Error(`--gears: ${unknown} is not one of ${GEARS.join(', ')}`)
  }
  return GEARS.filter((gear) => names.includes(gear))
}

function numbers(flag: string, text: string, least: number): number[] {
  return text.split(',').map((part) => {
    const number = Number(part)
    if (/^\d+$/.test(part) && number >= least) return number
    throw new Error(`--${flag}: ${part} has to be a whole number from ${least}`)
  })
}
