import {
  virtualDays,
  type VirtualDaysOptions,
  type VirtualDaysReport,
} from '../../domain/plan/simulation/virtual-days.ts'
import { DAY, START } from './virtual-cities.ts'

/** One row of the table. */
export interface Row {
  readonly name: string
  readonly bound: number | null
  readonly measured: number
  /** What is compared with what is accepted: measured over bound, where there is one. */
  readonly value: number
  readonly accept: string
  readonly ok: boolean
}

export interface PlanCase {
  readonly name: string
  readonly run: () => readonly Row[]
}

type Days = Partial<VirtualDaysOptions> & Pick<VirtualDaysOptions, 'items' | 'sources' | 'curve'>

/** Two days to settle and two that count, unless said. */
export const days = (options: Days): VirtualDaysReport =>
  virtualDays({
    tickMinutes: 15,
    start: START,
    countFrom: START + 2 * DAY,
    end: START + 4 * DAY,
    seed: 1,
    ...options,
  })

export const within = (name: string, bound: number, measured: number, accept: number): Row => ({
  name,
  bound,
  measured,
  value: measured / bound,
  accept: `≤ ${accept}`,
  ok: measured / bound <= accept,
})

export const atMost = (name: string, measured: number, accept: number): Row => ({
  name,
  bound: null,
  measured,
  value: measured,
  accept: `≤ ${accept}`,
  ok: measured <= accept,
})

export const atLeast = (name: string, measured: number, accept: number): Row => ({
  name,
  bound: null,
  measured,
  value: measured,
  accept: `≥ ${accept}`,
  ok: measured >= accept,
})

/** What holds on any day: nothing over, refused or asked in vain, and no burst. */
export function soundness(name: string, report: VirtualDaysReport): readonly Row[] {
  const counts = report.sources.map((source) => source.counts)
  const refused = counts.reduce((sum, one) => sum + one.refused + one.wasted, 0)
  return [
    atMost(`${name}: over any window, refused, asked in vain`, over(report) + refused, 0),
    atMost(`${name}: largest tick over mean tick`, burst(report), 3.2),
  ]
}

/** Units over any window. */
export const over = (report: VirtualDaysReport): number =>
  report.sources
    .flatMap((source) => source.uses())
    .reduce((sum, { used, limit }) => sum + Math.max(0, used - limit), 0)

function burst({ callsByTick }: VirtualDaysReport): number {
  const mean = callsByTick.reduce((sum, calls) => sum + calls, 0) / callsByTick.length
  return Math.max(...callsByTick) / mean
}

/** Share of its limit that each counted day of a source used, the least of them; 0 where none was counted. */
export function leastUsed(report: VirtualDaysReport, source = 0): number {
  const shares = (report.sources[source]?.uses() ?? [])
    .filter(({ window, start }) => window === 'day' && start >= START + 2 * DAY)
    .map(({ used, limit }) => used / limit)
  return shares.length > 0 ? Math.min(...shares) : 0
}
