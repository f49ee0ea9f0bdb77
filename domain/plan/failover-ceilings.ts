import type { ProviderId } from '../provider/provider-catalogue.ts'
import type { QuotaWindow } from '../quota/windows.ts'
import { affordableOf } from './affordable-rate.ts'
import { isAmple } from './layers.ts'
import type { PlanSource } from './plan-input.ts'
import type { TickPlan } from './plan-tick.ts'
import { hardRoomOf, roomOf } from './room.ts'

/** Units that a window may have used when a request still leaves in place of another provider's. */
export type Ceiling = Readonly<Partial<Record<QuotaWindow, number>>>

export type Ceilings = Readonly<Partial<Record<ProviderId, Ceiling>>>

/**
 * How far others may go in this tick for what a provider failed: as far as the plan would let them
 * without it. That is twice the even share of what people leave over until their window ends, so that
 * what was not needed is released as the window goes on, and no outage takes a day's units in one
 * tick. One that could carry everything by itself may. The planned calls count towards it.
 */
export const failoverCeilings = (plan: TickPlan): Ceilings =>
  Object.fromEntries(plan.input.sources.map((source) => [source.id, ceilingOf(plan, source)]))

function ceilingOf(plan: TickPlan, source: PlanSource): Ceiling {
  const { tickMinutes } = plan.input
  const units = Math.floor(callsOf(plan, source) * source.unitsPerCall)
  // The ledger has the last word within a tick.
  const long = source.windows.filter(({ start, end }) => end - start > tickMinutes)
  return Object.fromEntries(
    long.map(({ window, used, limit }) => [window, Math.min(limit, used + units)]),
  )
}

function callsOf({ input, demand, layers }: TickPlan, source: PlanSource): number {
  const { now, tickMinutes } = input
  const affordable = affordableOf(source, { now, tickMinutes, demand })
  const carriesAll = ({ layer }: TickPlan['layers'][number]): boolean =>
    isAmple(layer) && affordable.rate >= layer.callsPerMinute
  if (layers.some(carriesAll)) return hardRoomOf(affordable)
  const tick = { tick: Math.floor(now / tickMinutes), isAmple: false }
  const even = roomOf(affordable, demand.between(now, now + tickMinutes), tick)
  return Math.max(even, ...layers.map((one) => plannedRoom(one, source)))
}

/** More than the even share where promises cannot wait. */
const plannedRoom = ({ layer, selection }: TickPlan['layers'][number], of: PlanSource): number =>
  isAmple(layer)
    ? 0
    : Math.max(0, ...[...selection.rooms].map(([{ source }, room]) => (source === of ? room : 0)))
