import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { WeatherClient } from '../../temporal/client.ts'
import type { ListedTask } from '../../temporal/task-list.ts'
import type { RunEvent } from './run-events.ts'
import type { ListenerPlace } from './run-watcher.ts'
import type { RunWatchers } from './run-watchers.ts'

/** Each of them is looked at once in each interval: the cost does not grow beyond it. */
const MAX_WATCHED = 20
/** Also what ended between two lists. */
const LISTED = 50
/** Ends that a client which comes again may have missed. */
const KEPT_ENDS = 100

export interface AllRunsDeps {
  readonly temporal: Pick<WeatherClient, 'listTasks'>
  readonly watchers: Pick<RunWatchers, 'join'>
  readonly log: FastifyBaseLogger
  readonly now: () => Date
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
  let looking = new AbortController()

  function tell(key: string, event: RunEvent): void {
    if (event.isEnd) ends.set(`${key} ${event.atMs}`, { toldMs: now().getTime(), event })
    for (const listener of listeners) listener(event)
  }

  async function lookOn(signal: AbortSignal): Promise<void> {
    const round = createRound(deps, { tell, isTold: (key) => ends.has(key), signal })
    let isFailing = false
    while (!signal.aborted) {
      try {
        await round()
        isFailing = false
      } catch (error) {
        if (!isFailing) log.warn({ err: error }, 'which runs are under way cannot be seen')
        isFailing = true
      }
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }

  return {
    listen(listener, sinceMs) {
      if (sinceMs !== undefined) {
        // What was told at the same time as the last event may not have arrived.
        const fromMs = sinceMs - 2 * everyMs
        const missed = [...ends.values()].filter(({ toldMs }) => toldMs > fromMs).reverse()
        for (const { event } of missed) listener(event)
      }
      listeners.add(listener)
      if (listeners.size === 1) {
        looking = new AbortController()
        void lookOn(looking.signal)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) looking.abort()
      }
    },
  }
}

interface Telling {
  readonly tell: (key: string, event: RunEvent) => void
  readonly isTold: (key: string) => boolean
  readonly signal: AbortSignal
}

/** One look at the list: who is new there is listened to until its end. */
function createRound(
  { temporal, watchers, now }: AllRunsDeps,
  { tell, isTold, signal }: Telling,
): () => Promise<void> {
  const begunMs = now().getTime()
  const watched = new Map<string, ListenerPlace | undefined>()
  signal.addEventListener('abort', () => {
    for (const place of watched.values()) place?.leave()
    watched.clear()
  })

  function isNews({ workflowId, closedAt }: ListedTask): boolean {
    if (watched.has(workflowId)) return false
    if (!closedAt) return true
    return closedAt.getTime() >= begunMs && !isTold(`${workflowId} ${closedAt.getTime()}`)
  }

  async function watch({ workflowId, taskId }: ListedTask): Promise<void> {
    watched.set(workflowId, undefined)
    const place = await watchers.join(taskId).catch(() => undefined)
    if (!place || signal.aborted) {
      place?.leave()
      watched.delete(workflowId)
      return
    }
    watched.set(workflowId, place)
    place.listen({
      progress: (event) => {
        tell(workflowId, event)
      },
      end(event) {
        place.leave()
        watched.delete(workflowId)
        if (event) tell(workflowId, event)
      },
    })
  }

  return async () => {
    const { tasks } = await temporal.listTasks({ limit: LISTED })
    const free = MAX_WATCHED - watched.size
    await Promise.all(tasks.filter(isNews).slice(0, free).map(watch))
  }
}
