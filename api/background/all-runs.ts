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

interface Looking {
  readonly runs: ListedRuns
  readonly stopping: AbortController
  readonly fromMs: number
}

/** What becomes of every run that nothing else started; looked for only while somebody listens. */
export class AllRuns {
  readonly #deps: AllRunsDeps
  readonly #listeners = new Set<AllRunsListener>()
  readonly #ends = new LRUCache<string, { readonly toldMs: number; readonly event: RunEvent }>({
    max: KEPT_ENDS,
  })
  /** What was sent at the same time as the last event of a client may not have arrived. */
  readonly #overlapMs: number
  #looking: Looking | undefined

  constructor(deps: AllRunsDeps) {
    this.#deps = deps
    this.#overlapMs = 2 * deps.everyMs
  }

  /** With a moment, first the ends since then, some of them for the second time. Returns how to leave. */
  listen(listener: AllRunsListener, sinceMs?: number): () => void {
    const nowMs = this.#deps.now().getTime()
    const beganMs = sinceMs === undefined ? nowMs : Math.max(sinceMs, nowMs - REACHES_BACK_MS)
    this.#listeners.add(listener)
    if (!this.#looking) this.#look(sinceMs === undefined ? nowMs : beganMs - this.#overlapMs)
    else if (sinceMs !== undefined) this.#catchUp(listener, this.#looking, beganMs)
    return () => {
      this.#leave(listener)
    }
  }

  #leave(listener: AllRunsListener): void {
    this.#listeners.delete(listener)
    if (this.#listeners.size > 0) return
    this.#looking?.stopping.abort()
    this.#looking = undefined
  }

  #look(fromMs: number): void {
    const stopping = new AbortController()
    const { signal } = stopping
    const tell = (workflowId: string, event: RunEvent): void => {
      this.#tell(workflowId, event)
    }
    const runs = new ListedRuns(this.#deps, { tell, fromMs, signal })
    const { everyMs, log } = this.#deps
    const failing = 'which runs are under way cannot be seen'
    void lookAgain(() => runs.look(), { signal, everyMs, log, failing })
    this.#looking = { runs, stopping, fromMs }
  }

  #tell(workflowId: string, event: RunEvent): void {
    const toldMs = this.#deps.now().getTime()
    if (event.isEnd) this.#ends.set(`${workflowId} ${event.atMs}`, { toldMs, event })
    for (const listener of this.#listeners) listener(event)
  }

  /** Ends that were reported before, and where those do not reach so far, what the server has. */
  #catchUp(listener: AllRunsListener, { runs, fromMs }: Looking, sinceMs: number): void {
    const kept = [...this.#ends.values()].reverse()
    const overlapMs = this.#overlapMs
    for (const { toldMs, event } of kept) if (toldMs > sinceMs - overlapMs) listener(event)
    const isCutShort = this.#ends.size === KEPT_ENDS
    const reachMs = isCutShort ? (kept[0]?.toldMs ?? fromMs) : fromMs
    if (reachMs > sinceMs) runs.reachBack(sinceMs - overlapMs)
  }
}
