import type { FastifyBaseLogger } from 'fastify'
import { LRUCache } from 'lru-cache'
import { HOUR_MS } from '../../domain/time/durations.ts'
import { ListedRuns, type ListedRunsDeps } from './listed-runs.ts'
import { lookAgain } from './look-again.ts'
import type { RunEvent } from './run-events.ts'

/** Ends that a client which comes again may have missed. */
const KEPT_ENDS = 100
/** A client that was away for longer asks for the list of tasks. */
const REACHES_BACK_MS = HOUR_MS

export interface AllRunsDeps extends ListedRunsDeps {
  readonly log: FastifyBaseLogger
  readonly everyMs: number
}

export type AllRunsListener = (event: RunEvent) => void

/** What becomes of every run that nothing else started; looked for only while somebody listens. */
export interface AllRuns {
  /** With a moment, first the ends since then, some of them for the second time. */
  listen(listener: AllRunsListener, sinceMs?: number): () => void
}

export function createAllRuns(deps: AllRunsDeps): AllRuns {
  const { everyMs, log, now } = deps
  const listeners = new Set<AllRunsListener>()
  const ends = new LRUCache<string, { readonly toldMs: number; readonly event: RunEvent }>({
    max: KEPT_ENDS,
  })
  // What was sent at the same time as the last event of a client may not have arrived.
  const overlapMs = 2 * everyMs
  let looking: Looking | undefined

  function tell(workflowId: string, event: RunEvent): void {
    if (event.isEnd) ends.set(`${workflowId} ${event.atMs}`, { toldMs: now().getTime(), event })
    for (const listener of listeners) listener(event)
  }

  function look(fromMs: number): Looking {
    const stopping = new AbortController()
    const { signal } = stopping
    const runs = new ListedRuns(deps, { tell, fromMs, signal })
    const failing = 'which runs are under way cannot be seen'
    void lookAgain(() => runs.look(), { signal, everyMs, log, failing })
    return { runs, stopping, fromMs }
  }

  /** Ends that were reported before, and where those do not reach so far, what the server has. */
  function catchUp(listener: AllRunsListener, { runs, fromMs }: Looking, sinceMs: number): void {
    const kept = [...ends.values()].reverse()
    for (const { toldMs, event } of kept) if (toldMs > sinceMs - overlapMs) listener(event)
    const isCutShort = ends.size === KEPT_ENDS
    const reachMs = isCutShort ? (kept[0]?.toldMs ?? fromMs) : fromMs
    if (reachMs > sinceMs) runs.reachBack(sinceMs - overlapMs)
  }

  return {
    listen(listener, sinceMs) {
      const nowMs = now().getTime()
      const beganMs = sinceMs === undefined ? nowMs : Math.max(sinceMs, nowMs - REACHES_BACK_MS)
      listeners.add(listener)
      if (!looking) looking = look(sinceMs === undefined ? nowMs : beganMs - overlapMs)
      else if (sinceMs !== undefined) catchUp(listener, looking, beganMs)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        looking?.stopping.abort()
        looking = undefined
      }
    },
  }
}

interface Looking {
  readonly runs: ListedRuns
  readonly stopping: AbortController
  readonly fromMs: number
}
