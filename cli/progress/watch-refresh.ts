import { setTimeout as sleep } from 'node:timers/promises'
import type { RefreshAllCitiesResult } from '../../contracts/refresh.ts'
import type { RefreshProgress } from '../../contracts/progress.ts'
import type { TaskStatus } from '../../temporal/tasks.ts'
import type { ProgressView } from './progress-view.ts'
import type { RefreshEnd } from './refresh-end.ts'

export interface RefreshWatch {
  readonly status: () => Promise<TaskStatus | undefined>
  /** Whether the server was only away for a moment. */
  readonly isPassing: (error: unknown) => boolean
  readonly view: ProgressView
  /** Told once, when nobody has taken up the work for a while. */
  readonly onIdle: () => void
  readonly signal: AbortSignal
  readonly pollMs?: number
  readonly idleAfterMs?: number
}

const POLL_MS = 500
const IDLE_AFTER_MS = 10_000
/** A server that is away longer than this is not on its way back. */
const PATIENCE_MS = 60_000

/** Shows a run until it ends; rejects with an AbortError when the signal comes first. */
export async function watchRefresh(watch: RefreshWatch): Promise<RefreshEnd> {
  const { view, signal, pollMs = POLL_MS } = watch
  const noticeIdle = idleNotice(watch)
  try {
    for (;;) {
      signal.throwIfAborted()
      const status = await statusOf(watch)
      const end = endOf(status)
      if (end !== undefined) {
        if (end.kind === 'finished') view.show(finalProgress(end.result))
        return end
      }
      noticeIdle(status)
      // Before it has counted, a run knows of no city.
      if (status?.progress && status.progress.total > 0) view.show(status.progress)
      await sleep(pollMs, undefined, { signal })
    }
  } finally {
    view.end()
  }
}

async function statusOf(watch: RefreshWatch): Promise<TaskStatus | undefined> {
  const { status, isPassing, signal, pollMs = POLL_MS } = watch
  const deadlineMs = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      return await status()
    } catch (error) {
      if (!isPassing(error) || Date.now() > deadlineMs) throw error
      await sleep(pollMs, undefined, { signal })
    }
  }
}

function idleNotice({ onIdle, idleAfterMs = IDLE_AFTER_MS }: RefreshWatch) {
  const sinceMs = Date.now()
  let isDone = false
  return (status: TaskStatus | undefined) => {
    if (status?.status !== 'PENDING') isDone = true
    if (isDone || Date.now() - sinceMs < idleAfterMs) return
    isDone = true
    onIdle()
  }
}

function endOf(status: TaskStatus | undefined): RefreshEnd | undefined {
  if (status === undefined) return { kind: 'broken', reason: 'the server no longer knows the run' }
  if (status.closedAt === null) return undefined
  if (isResult(status.result)) return { kind: 'finished', result: status.result }
  return { kind: 'broken', reason: status.reason ?? status.status.toLowerCase() }
}

const isResult = (value: unknown): value is RefreshAllCitiesResult =>
  typeof value === 'object' && value !== null && 'status' in value && 'durationMs' in value

export function finalProgress(result: RefreshAllCitiesResult): RefreshProgress {
  const { total, ok, partial, failed, skipped, joined, left, durationMs, fanOut } = result
  const settled = ok + partial + failed + joined
  return {
    total,
    done: ok + partial,
    failed,
    skipped,
    joined,
    waiting: left,
    ratePerSecond: settled / Math.max(0.001, durationMs / 1_000),
    fanOut,
    since: result.startedAt,
  }
}
