import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  integer,
  property,
  record,
  type Arbitrary,
} from 'fast-check'
import { expect, it } from 'vitest'
import { zipfCities } from '../../../test/support/data/zipf-cities.ts'
import { FLAT_DEMAND, USUAL_DEMAND } from '../demand-curve.ts'
import { virtualDays, type VirtualItem } from './virtual-days.ts'
import type { QuotaWindow } from '../../quota/windows.ts'
import type { VirtualLimit } from './virtual-ledger.ts'
import type { VirtualSource, VirtualSourceOptions } from './virtual-source.ts'

const HOUR = 60
const DAY = 24 * HOUR
const START = Date.parse('2026-03-01T00:00:00Z') / 60_000
const END = START + 2 * DAY

/** A stretch of the two days: where it begins, often at the turn of a day, and how long it lasts. */
interface Span {
  readonly from: number
  readonly minutes: number
}

const spanOf = (minutes: Arbitrary<number>): Arbitrary<Span> =>
  record({
    from: constantFrom(
      DAY - 30,
      DAY - 15,
      DAY,
      ...Array.from({ length: 48 }, (_, at) => at * HOUR),
    ),
    minutes,
  })

const isIn = ({ from, minutes }: Span, now: number): boolean =>
  now >= START + from && now < START + from + minutes

const CITIES = {
  cities: integer({ min: 1, max: 80 }),
  exponent: constantFrom(0, 0.8, 1.2),
  promised: constantFrom(60, 180, 720, DAY),
  daily: integer({ min: 0, max: 3_000 }),
  hourly: integer({ min: 0, max: 60 }),
  isByTheHour: boolean(),
  tickMinutes: constantFrom(5, 15, 15),
  curve: constantFrom(FLAT_DEMAND, USUAL_DEMAND),
  seed: integer({ min: 0, max: 1e6 }),
}

/** Each restart dies after some calls of its tick, each jump of the clock is taken back later. */
const RESTARTS_AND_CLOCKS = {
  restarts: array(
    record({ at: integer({ min: 0, max: 191 }), calls: integer({ min: 0, max: 9 }) }),
    {
      maxLength: 6,
    },
  ),
  clocks: array(
    record({
      span: spanOf(constantFrom(15, 30, 90, 300)),
      minutes: integer({ min: -20, max: 20 }),
    }),
    { maxLength: 3 },
  ),
}

const OUTAGES = {
  downs: array(record({ source: constantFrom(0, 1), span: spanOf(constantFrom(30, 120, 540)) }), {
    maxLength: 3,
  }),
  sleeps: array(spanOf(constantFrom(15, 60, 360)), { maxLength: 2 }),
}

type Drawn<Model> = {
  readonly [Key in keyof Model]: Model[Key] extends Arbitrary<infer Value> ? Value : never
}

type AnyDays = Drawn<typeof CITIES & typeof RESTARTS_AND_CLOCKS> & Partial<Drawn<typeof OUTAGES>>

/** An hour's window of a few calls that are all made leaves nothing for a promise in the same hour. */
const CALM = record({ ...CITIES, ...RESTARTS_AND_CLOCKS, isByTheHour: constant(false) })
const SCARCE = record({
  ...CITIES,
  ...RESTARTS_AND_CLOCKS,
  isByTheHour: constant(false),
  daily: integer({ min: 0, max: 80 }),
  hourly: constant(0),
})
const WILD = record({ ...CITIES, ...RESTARTS_AND_CLOCKS, ...OUTAGES })

const errorAt = ({ clocks }: AnyDays, now: number): number =>
  clocks.find(({ span }) => isIn(span, now))?.minutes ?? 0

/** What providers saw, by their own clocks. */
class Seen {
  /** Units so far, by source, at the beginning of each tick. */
  readonly #soFar = new Map<number, readonly number[]>()
  readonly #wrongAt: number[] = []
  neverFetched: number | undefined

  look(now: number, sources: readonly VirtualSource[], isWrong: boolean): void {
    this.#soFar.set(now, sources.map(unitsOf))
    if (isWrong) this.#wrongAt.push(now)
  }

  /** Units that reached a source in a stretch of its own clock; undefined where ours was wrong in it. */
  unitsIn(source: number, from: number, to: number): number | undefined {
    if (this.#wrongAt.some((at) => at >= from && at < to)) return undefined
    return (this.#soFar.get(to)?.[source] ?? 0) - (this.#soFar.get(from)?.[source] ?? 0)
  }
}

const unitsOf = ({ counts }: VirtualSource, index: number): number =>
  (counts.answered + counts.failed) * (index === 1 ? 2 : 1)

const limitsOf = ({
  daily,
  hourly,
  isByTheHour,
}: AnyDays): readonly (readonly VirtualLimit[])[] => [
  [{ window: 'day', limit: daily }],
  [
    ...(isByTheHour ? [{ window: 'hour', limit: hourly } as const] : []),
    { window: 'month', limit: 20 * hourly * 30 },
  ],
]

function run(drawn: AnyDays) {
  const { cities, exponent, promised, tickMinutes, restarts, downs = [], sleeps = [] } = drawn
  const seen = new Seen()
  const items = zipfCities(cities, {
    exponent,
    promised: (index) => (index < cities / 10 ? promised : DAY),
  })
  const source = (index: number): VirtualSourceOptions => ({
    id: ['open-meteo', 'weatherapi'][index] ?? '',
    updateMinutes: 15,
    unitsPerCall: index + 1,
    callsPerTick: 9_000,
    limits: limitsOf(drawn)[index] ?? [],
    down: downs
      .filter((down) => down.source === index)
      .map(({ span: { from, minutes } }) => ({ from: START + from, to: START + from + minutes })),
  })
  const report = virtualDays({
    items,
    sources: [source(0), source(1)],
    curve: drawn.curve,
    tickMinutes,
    start: START,
    countFrom: START + DAY,
    end: END,
    seed: drawn.seed,
    isAsleep: (now) => sleeps.some((span) => isIn(span, now)),
    clockError: (now) => errorAt(drawn, now),
    diesAfter: (now) => restarts.find(({ at }) => START + at * 15 === now)?.calls,
    onTick: (now, sources, some) => {
      seen.look(now, sources, errorAt(drawn, now) !== 0)
      if (now === START + DAY) seen.neverFetched = some.filter(neverFetched).length
    },
  })
  seen.look(END, report.sources, false)
  return { report, seen, items }
}

const neverFetched = ({ dataAt }: VirtualItem): boolean => dataAt === -Infinity

/** The days are of one month. */
const LENGTH = { minute: 1, hour: HOUR, day: DAY, month: END - START }

it('no window is ever exceeded, by the ledger or as the providers count', () => {
  const seenToSpend = new Set<QuotaWindow>()
  assert(
    property(WILD, (drawn) => {
      const { report, seen } = run(drawn)
      for (const source of report.sources) {
        for (const { used, limit } of source.uses()) expect(used).toBeLessThanOrEqual(limit)
      }
      for (const [source, limits] of limitsOf(drawn).entries()) {
        for (const { window, limit } of limits) {
          const length = LENGTH[window]
          for (let from = START; from < END; from += length) {
            const units = seen.unitsIn(source, from, from + length)
            if (units === undefined) continue
            if (units > 0) seenToSpend.add(window)
            expect(units).toBeLessThanOrEqual(limit)
          }
        }
      }
    }),
    { numRuns: 12 },
  )
  expect([...seenToSpend]).toEqual(expect.arrayContaining(['day', 'month']))
})

/** What every city gets, and how often either was seen: a promise kept, and one stretched beyond a day. */
function expectMinimum(drawn: AnyDays): { readonly held: number; readonly isStretched: boolean } {
  const { report, seen, items } = run(drawn)
  const { tickMinutes, clocks } = drawn
  // Ages are those of whole ticks, also after the clock has jumped.
  const jumps = clocks.map(({ minutes }) => Math.ceil(Math.abs(minutes) / tickMinutes))
  const most = (1 + Math.max(0, ...jumps)) * tickMinutes
  const isStretched = Math.max(...report.longestKept.values()) > DAY
  // What the plan stretches beyond a day may not have come yet.
  if (!isStretched) expect(seen.neverFetched).toBe(0)
  let held = 0
  for (const [index, { longest }] of report.accounts.entries()) {
    const kept = report.longestKept.get(items[index]?.promisedMinutes ?? NaN)
    if (kept === undefined) throw new Error('a promise that no plan reports')
    if (longest > DAY + most) expect(kept).toBeGreaterThan(DAY)
    if (seen.neverFetched !== 0 || kept > DAY) continue
    expect(longest).toBeLessThanOrEqual(kept + most)
    held++
  }
  return { held, isStretched }
}

it('every city gets its guaranteed minimum', () => {
  let held = 0
  assert(
    property(CALM, (drawn) => {
      held += expectMinimum(drawn).held
    }),
    { numRuns: 20, seed: 1 },
  )
  expect(held).toBeGreaterThan(0)
})

it('where the limits do not carry a day, the plan says which cities wait for longer', () => {
  let stretched = 0
  assert(
    property(SCARCE, (drawn) => {
      if (expectMinimum(drawn).isStretched) stretched++
    }),
    { numRuns: 10, seed: 1 },
  )
  expect(stretched).toBeGreaterThan(0)
})
