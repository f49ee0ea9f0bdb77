import type { RunStatus } from '../contracts/job.ts'
import type { RefreshProgress } from '../contracts/progress.ts'
import type {
  NamedCity,
  RefreshAllCitiesInput,
  RefreshAllCitiesResult,
  RefreshCarried,
  RefreshContext,
} from '../contracts/refresh.ts'
import { FIRST_DUE } from '../contracts/refresh.ts'
import { EMPTY_TALLY, settled } from '../contracts/tally.ts'

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
})

export const left = ({ due, tally }: RefreshCarried): number => Math.max(0, due - settled(tally))

const skipped = ({ active, tally }: RefreshCarried, leftOver: number): number =>
  Math.max(0, active - settled(tally) - leftOver)

export function progressOf(run: RefreshCarried): RefreshProgress {
  const seconds = Math.max(0.001, (Date.now() - run.startedAtMs) / 1000)
  const { ok, partial, failed, joined } = run.tally
  const waiting = left(run)
  return {
    total: run.active,
    done: ok + partial,
    failed,
    skipped: skipped(run, waiting),
    joined,
    waiting,
    ratePerSecond: Math.round((settled(run.tally) / seconds) * 10) / 10,
    fanOut: run.active === 0 ? null : run.fanOut,
    since: new Date(run.startedAtMs).toISOString(),
  }
}

/** Markdown for the Web UI. */
export function progressTable(run: RefreshCarried): string {
  const { total, done, failed, skipped: young, joined, waiting, ratePerSecond } = progressOf(run)
  const providers = Object.entries(run.tally.providers)
    .map(([id, { served }]) => `${id}: ${served}`)
    .join(', ')
  return [
    `| total | done | failed | skipped | joined | waiting | cities/s |`,
    `| ---: | ---: | ---: | ---: | ---: | ---: | ---: |`,
    `| ${total} | ${done} | ${failed} | ${young} | ${joined} | ${waiting} | ${ratePerSecond} |`,
    '',
    `Gear ${run.fanOut}. Served by ${providers || 'nobody yet'}.`,
  ].join('\n')
}

export function resultOf(
  run: RefreshCarried,
  status: RunStatus,
  leftSample: readonly NamedCity[],
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
    durationMs: Date.now() - run.startedAtMs,
  }
}
