import { setTimeout as sleep } from 'node:timers/promises'
import type { TaskStatus } from '../../temporal/tasks.ts'

/** How a run that was waited for has ended. */
export type TaskEnd<Result> =
  | { readonly kind: 'finished'; readonly result: Result }
  | { readonly kind: 'broken'; readonly reason: string }

export interface TaskWatch<Result, Progress> {
  readonly status: () => Promise<TaskStatus | undefined>
  /** Whether the server could only not be reached for now. */
  readonly isPassing: (error: unknown) => boolean
  /** Null as long as there is nothing to show. */
  readonly progressOf: (status: TaskStatus) => Promise<Progress | null>
  /** The last thing to show, if there is one. */
  readonly finalProgress: (result: Result) => Progress | null
  readonly view: { show(progress: Progress): void; end(): void }
  /** Called once, when no worker has taken up the work for a while. */
  readonly onIdle: () => void
  readonly signal: AbortSignal
  readonly pollMs?: number
  readonly idleAfterMs?: number
}

const POLL_MS = 500
const IDLE_AFTER_MS = 10_000
/** A restart of the server takes less. */
const MAX_WAIT_MS = 60_000

/** Shows a run until it ends; rejects with an AbortError when the signal comes first. */
export async function watchTask<Result, Progress>(
  watch: TaskWatch<Result, Progress>,
): Promise<TaskEnd<Result>> {
  const { view, signal, pollMs = POLL_MS } = watch
  const noticeIdle = idleNotice(watch)
  try {
    for (;;) {
      signal.throwIfAborted()
      const status = await statusOf(watch)
      const end = endOf<Result>(status)
      if (end !== undefined) {
        const last = end.kind === 'finished' ? watch.finalProgress(end.result) : null
        if (last !== null) view.show(last)
        return end
      }
      noticeIdle(status)
      const progress = status && (await watch.progressOf(status))
      if (progress) view.show(progress)
      await sleep(pollMs, undefined, { signal })
    }
  } finally {
    view.end()
  }
}

type Polling = Pick<
  TaskWatch<unknown, unknown>,
  'status' | 'isPassing' | 'signal' | 'pollMs' | 'onIdle' | 'idleAfterMs'
>

async function statusOf(watch: Polling): Promise<TaskStatus | undefined> {
  const { status, isPassing, signal, pollMs = POLL_MS } = watch
  const deadlineMs = Date.now() + MAX_WAIT_MS
  for (;;) {
    try {
      return await status()
    } catch (error) {
      if (!isPassing(error) || Date.now() > deadlineMs) throw error
      await sleep(pollMs, undefined, { signal })
    }
  }
}

function idleNotice({ onIdle, idleAfterMs = IDLE_AFTER_MS }: Polling) {
  const sinceMs = Date.now()
  let isDone = false
  return (status: TaskStatus | undefined) => {
    if (status?.status !== 'PENDING') isDone = true
    if (isDone || Date.now() - sinceMs < idleAfterMs) return
    isDone = true
    onIdle()
  }
}

function endOf<Result>(status: TaskStatus | undefined): TaskEnd<Result> | undefined {
  if (status === undefined) return { kind: 'broken', reason: 'the server no longer knows the run' }
  if (status.closedAt === null) return undefined
  if (isResult(status.result)) return { kind: 'finished', result: status.result as Result }
  return { kind: 'broken', reason: status.reason ?? status.status.toLowerCase() }
}

/** Every run that ends by itself returns these. */
const isResult = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'status' in value && 'durationMs' in value
