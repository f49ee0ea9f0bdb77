import type { RunStatus } from '../contracts/job.ts'
import { rateOf, type RefreshProgress } from '../contracts/refresh-progress.ts'
import type { RefreshAllCitiesInput, RefreshCarried, RefreshContext } from '../contracts/refresh.ts'
import type { RefreshAllCitiesResult } from '../contracts/refresh-results.ts'
import { FIRST_DUE } from '../contracts/refresh.ts'
import { EMPTY_TALLY, settled, type NamedCity } from '../contracts/tally.ts'

/** A run before it has counted its cities. */
export const UNCOUNTED: Omit<RefreshCarried, 'runId' | 'startedAtMs'> = {
  fanOut: 'city',
  active: 0,
  due: 0,
  after: FIRST_DUE,
  tally: EMPTY_TALLY,
}

export const contextOf = (input: RefreshAllCitiesInput, run: RefreshCarried): RefreshContext => ({
  runId: run.runId,
  trigger: input.trigger,
  startedAtMs: run.startedAtMs,
  force: input.force,
  maxAgeSeconds: input.maxAgeSeconds,
  tickSeconds: input.tickSeconds,
  claimMs: input.timings.claimMs,
  priority: input.priority ?? 'schedule',
  ...(run.plan && { plan: run.plan }),
  ...(run.ceilings && { ceilings: run.ceilings }),
})

export const left = ({ due, tally }: RefreshCarried): number => Math.max(0, due - settled(tally))

const skipped = ({ active, tally }: RefreshCarried, leftOver: number): number =>
  Math.max(0, active - settled(tally) - leftOver)

/** How a run ends that went through all its cities. */
export function endingOf({ tally, shardFailed = false }: RefreshCarried): RunStatus {
  const { ok, partial, failed, joined, left } = tally
  if (failed + partial + left === 0 && !shardFailed) return 'completed'
  return failed > 0 && ok + partial + joined === 0 ? 'failed' : 'completed_partial'
}

export function progressOf(run: RefreshCarried, nowMs: number): RefreshProgress {
  const { ok, partial, failed, joined } = run.tally
  const waiting = left(run)
  return {
    total: run.active,
    done: ok + partial,
    failed,
    skipped: skipped(run, waiting),
    joined,
    waiting,
    ratePerSecond: rateOf(settled(run.tally), nowMs - run.startedAtMs),
    fanOut: run.active === 0 ? null : run.fanOut,
    since: new Date(run.startedAtMs).toISOString(),
  }
}

/** Markdown for the Web UI. */
export function progressTable(run: RefreshCarried, nowMs: number): string {
  const {
    total,
    done,
    failed,
    skipped: young,
    joined,
    waiting,
    ratePerSecond,
  } = progressOf(run, nowMs)
  const providers = Object.entries(run.tally.providers)
    .map(([id, { served }]) => `${id}: ${served}`)
    .join(', ')
  return [
    `| total | done | failed | skipped | joined | waiting | cities/s |`,
    `| ---: | ---: | ---: | ---: | ---: | ---: | ---: |`,
    `| ${total} | ${done} | ${failed} | ${young} | ${joined} | ${waiting} | ${ratePerSecond} |`,
    '',
    `Gear ${run.fanOut}. Served by ${providers || 'no provider yet'}.`,
  ].join('\n')
}

interface RunEnd {
  readonly status: RunStatus
  readonly leftSample: readonly NamedCity[]
  readonly nowMs: number
}

export function resultOf(
  run: RefreshCarried,
  { status, leftSample, nowMs }: RunEnd,
): RefreshAllCitiesResult {
  const leftOver = left(run)
  return {
    ...run.tally,
    left: leftOver,
    leftSample,
    runId: run.runId,
    status,
    fanOut: run.fanOut,
    total: run.active,
    skipped: skipped(run, leftOver),
    startedAt: new Date(run.startedAtMs).toISOString(),
    durationMs: nowMs - run.startedAtMs,
  }
}
