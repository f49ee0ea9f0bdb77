import { NEVER_TICKS } from './gap.ts'
import { isAmple, sumOfRates, type Layer, type Supply } from './layers.ts'
import { callsPromisedUntil, callsThatCannotWait, type CannotWait } from './look-ahead.ts'
import type { PreparedItem } from './prepared-item.ts'
import { hardRoomOf, roomOf } from './room.ts'

export interface TickClock {
  readonly tick: number
  readonly tickMinutes: number
  /** Of this tick. */
  readonly demandMinutes: number
  readonly ticksToMidnight: number
}

/** Who is called for in a layer, and by which marks a row can be told to be one of them. */
export interface Selection {
  /** The most late first. */
  readonly chosen: readonly PreparedItem[]
  readonly rooms: ReadonlyMap<Supply, number>
  /** Due with at least this lateness; Infinity where none goes for its lateness. */
  readonly latenessMark: number
  /** Goes for its promise up to this urgency; -Infinity where none does. */
  readonly urgencyMark: number
  /** Calls that were due and found no room. */
  readonly deferredCalls: number
}

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
  const candidates = prepared.flatMap((one): Candidate[] => {
    const due = layer.dueOf(one)
    if (!due) return []
    const urgency = layer.keepsPromiseOf(one) && due.isNew ? urgencyOf(one) : Infinity
    return [{ one, lateness: latenessOf(due, one), urgency }]
  })
  const evenShare = evenCalls(layer, clock)
  const promised = candidates
    .filter(({ one }) => layer.keepsPromiseOf(one) && one.age < NEVER_TICKS)
    .map(({ one }) => ({ ticksLeft: one.most - one.age, everyTicks: one.most, cost: one.cost }))
  const cannotWait = callsThatCannotWait(promised, evenShare)
  const urgent = takeWhileRoom(
    byUrgency(candidates, cannotWait),
    Math.min(sum(hardRooms.values()), cannotWait.calls),
  )
  const isUrgent = new Set(urgent.taken)
  const kept = callsPromisedUntil(promised, clock.ticksToMidnight)
  const free = sum(layer.supplies.map(({ affordable }) => affordable.free))
  const forLate = Math.max(0, Math.min(room, Math.max(urgent.calls, free - kept)) - urgent.calls)
  const due = candidates.filter((one) => one.lateness >= 1 && !isUrgent.has(one))
  due.sort((one, other) => other.lateness - one.lateness)
  const late = takeWhileRoom(due, forLate)
  return {
    chosen: [...urgent.taken, ...late.taken].map(({ one }) => one),
    rooms: urgent.calls > room ? hardRooms : evenRooms,
    urgencyMark: urgent.taken.at(-1)?.urgency ?? -Infinity,
    latenessMark: late.next ? (late.taken.at(-1)?.lateness ?? Infinity) : 1,
    deferredCalls: sum(due.slice(late.taken.length).map(({ one }) => one.cost)),
  }
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

const evenCalls = (layer: Layer, { demandMinutes, tickMinutes }: TickClock): number => {
  const most = sum(layer.supplies.map(({ affordable }) => affordable.mostThisTick))
  return Math.min(most, sumOfRates(layer.supplies) * Math.min(demandMinutes, tickMinutes))
}

const latenessOf = ({ gap, age }: { gap: number; age: number }, one: PreparedItem): number =>
  age < gap ? 0 : (age / gap) * (1 + 1e-6 * one.fraction)

/** Ticks until its promise ends; of equal ones the shorter promise goes first. */
const urgencyOf = ({ most, age, fraction }: PreparedItem): number =>
  age >= NEVER_TICKS ? Infinity : most - age + 0.5 * (1 - 1 / most) + 1e-6 * fraction

function byUrgency(
  candidates: readonly Candidate[],
  { calls, withinTicks }: CannotWait,
): Candidate[] {
  if (calls <= 0) return []
  return candidates
    .filter(({ urgency }) => urgency < withinTicks + 1)
    .sort((one, other) => one.urgency - other.urgency)
}

function takeWhileRoom(candidates: readonly Candidate[], room: number) {
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
