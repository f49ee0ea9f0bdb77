import { NEVER_TICKS } from './gap.ts'
import { column, isAmple, type Layer, type Supply } from './layers.ts'
import {
  callsPromisedUntil,
  callsThatCannotWait,
  deadlinesOf,
  type CannotWait,
} from './look-ahead.ts'
import type { PreparedItem } from './prepared-item.ts'
import { hardRoomOf, roomOf } from './room.ts'

export interface TickClock {
  readonly tick: number
  readonly tickMinutes: number
  /** Of this tick. */
  readonly demandMinutes: number
  readonly ticksToHour: number
  readonly ticksToMidnight: number
}

/** Who is called for in a layer, and by which marks a row is known to be one of them. */
export interface Selection {
  /** The most late first. */
  readonly chosen: readonly PreparedItem[]
  readonly rooms: ReadonlyMap<Supply, number>
  /** What each source is to have of the calls, in proportion: what paces it, not what is left of it. */
  readonly shares: ReadonlyMap<Supply, number>
  /** Due with at least this lateness; Infinity where none goes for its lateness. */
  readonly latenessMark: number
  /** The same for what was never fetched. */
  readonly firstMark: number
  /** Goes for its promise up to this urgency; -Infinity where none does. */
  readonly urgencyMark: number
  /** Calls that were due and found no room. */
  readonly deferredCalls: number
}

/** Tells those apart that are equally late. */
export const LATENESS_TIE = 1e-6

interface Candidate {
  readonly one: PreparedItem
  readonly lateness: number
  readonly urgency: number
}

export function selectCalls(
  layer: Layer,
  prepared: readonly PreparedItem[],
  clock: TickClock,
): Selection {
  const evenRooms = new Map(layer.supplies.map((supply) => [supply, roomIn(layer, supply, clock)]))
  const hardRooms = new Map(layer.supplies.map((one) => [one, hardRoomOf(one.affordable)]))
  const room = sum(evenRooms.values())
  const candidates = candidatesOf(layer, prepared)
  const promised = promisesAmong(layer, candidates)
  const cannotWait = callsThatCannotWait(promised, evenCalls(layer, clock.tickMinutes))
  const urgent = takeWhileRoom(
    byUrgency(candidates, cannotWait),
    Math.min(sum(hardRooms.values()), cannotWait.calls),
  )
  const notKept = notKeptIn(layer, clock, (ticks) =>
    Math.max(callsPromisedUntil(promised, ticks), urgent.calls),
  )
  const isUrgent = new Set(urgent.taken)
  const due = candidates.filter((one) => one.lateness >= 1 && !isUrgent.has(one))
  const late = takeLate(due, room - urgent.calls, notKept)
  return {
    chosen: [...urgent.taken, ...late.first.taken, ...late.again.taken].map(({ one }) => one),
    rooms: urgent.calls > room ? hardRooms : evenRooms,
    shares: ratesIn(layer),
    urgencyMark: markAfter(urgent, ({ urgency }) => urgency, -Infinity),
    firstMark: late.first.next ? markAfter(late.first, ({ lateness }) => lateness, Infinity) : 1,
    latenessMark: late.again.next ? markAfter(late.again, ({ lateness }) => lateness, Infinity) : 1,
    deferredCalls: sum(due.map(({ one }) => one.cost)) - late.first.calls - late.again.calls,
  }
}

function candidatesOf(layer: Layer, prepared: readonly PreparedItem[]): Candidate[] {
  const candidates: Candidate[] = []
  for (const one of prepared) {
    const due = layer.dueOf(one)
    if (!due) continue
    const urgency = layer.keepsPromiseOf(one) && due.isNew ? urgencyOf(one) : Infinity
    candidates.push({ one, lateness: latenessOf(due, one), urgency })
  }
  return candidates
}

const promisesAmong = (layer: Layer, candidates: readonly Candidate[]) =>
  deadlinesOf(candidates, ({ one }) =>
    layer.keepsPromiseOf(one) && one.age < NEVER_TICKS ? one : undefined,
  )

/** The most late first; what was never fetched before all, and from what is kept for promises. */
function takeLate(due: readonly Candidate[], room: number, notKept: number) {
  const firsts = due.filter(({ one }) => one.age >= NEVER_TICKS)
  const agains = due.filter(({ one }) => one.age < NEVER_TICKS)
  const first = takeWhileRoom(byLateness(firsts, room), room)
  const rest = first.next ? 0 : Math.min(room, notKept) - first.calls
  return { first, again: takeWhileRoom(byLateness(agains, rest), rest) }
}

/** Between the last that is taken and the first that is not, whatever the last digit says. */
function markAfter(
  { taken, next }: Taken,
  of: (candidate: Candidate) => number,
  none: number,
): number {
  const last = taken.at(-1)
  if (!last) return none
  return next ? (of(last) + of(next)) / 2 : of(last) + (none > 0 ? -1e-9 : 1e-9)
}

/** As many as can find room, and the next: of 100 000 that are due few go, so few are sorted. */
function byLateness(candidates: readonly Candidate[], room: number): Candidate[] {
  const leastCost = candidates.reduce((least, { one }) => Math.min(least, one.cost), Infinity)
  const most = Math.max(0, room) / leastCost + 2
  const late = most < candidates.length ? latestOf(candidates, Math.floor(most)) : candidates
  return [...late].sort((one, other) => other.lateness - one.lateness)
}

/** Those that are as late as the n-th, or later. */
function latestOf(candidates: readonly Candidate[], count: number): Candidate[] {
  const sorted = column(candidates, ({ lateness }) => lateness).sort()
  const least = sorted[sorted.length - count] ?? -Infinity
  return candidates.filter(({ lateness }) => lateness >= least)
}

const roomIn = (layer: Layer, { affordable }: Supply, clock: TickClock): number => {
  // The floor's source can do far more than is asked of it, and wants no bursts.
  const rate =
    layer.kind === 'floor' ? Math.min(affordable.rate, layer.callsPerMinute) : affordable.rate
  return roomOf({ ...affordable, rate }, clock.demandMinutes, {
    tick: clock.tick,
    isAmple: isAmple(layer),
  })
}

/** What is kept for promises is for the urgent ones, too. */
function notKeptIn(
  { supplies }: Layer,
  { ticksToHour, ticksToMidnight }: TickClock,
  keptUntil: (ticks: number) => number,
): number {
  const free = sum(supplies.map(({ affordable }) => affordable.free))
  const freeToday = sum(supplies.map(({ affordable }) => affordable.freeToday))
  return Math.min(free - keptUntil(ticksToHour), freeToday - keptUntil(ticksToMidnight))
}

const ratesIn = ({ supplies }: Layer): ReadonlyMap<Supply, number> =>
  new Map(supplies.map((supply) => [supply, Math.min(1e9, supply.affordable.rate)]))

/** By the limits, not by what is left: what was spent too early is not mended by spending faster. */
const evenCalls = (layer: Layer, tickMinutes: number): number =>
  sum(layer.supplies.map(({ affordable }) => affordable.rateOfLimits)) * tickMinutes

const latenessOf = ({ gap, age }: { gap: number; age: number }, one: PreparedItem): number =>
  age < gap ? 0 : (age / gap) * (1 + LATENESS_TIE * one.fraction)

/** Ticks until its promise ends; of equal ones the shorter promise goes first. */
const urgencyOf = ({ most, age, fraction }: PreparedItem): number =>
  age >= NEVER_TICKS ? Infinity : most - age + 0.5 * (1 - 1 / most) + LATENESS_TIE * fraction

function byUrgency(
  candidates: readonly Candidate[],
  { calls, withinTicks }: CannotWait,
): Candidate[] {
  if (calls <= 0) return []
  return candidates
    .filter(({ urgency }) => urgency < withinTicks + 1)
    .sort((one, other) => one.urgency - other.urgency)
}

interface Taken {
  readonly taken: readonly Candidate[]
  /** The first that found no room. */
  readonly next: Candidate | undefined
  readonly calls: number
}

function takeWhileRoom(candidates: readonly Candidate[], room: number): Taken {
  let calls = 0
  let count = 0
  for (const { one } of candidates) {
    if (calls + one.cost > room + 1e-9) break
    calls += one.cost
    count++
  }
  return { taken: candidates.slice(0, count), next: candidates[count], calls }
}

const sum = (values: Iterable<number>): number => {
  let total = 0
  for (const value of values) total += value
  return total
}
