import type { WeatherClient } from '../../temporal/client.ts'
import type { ListedTask } from '../../temporal/task-list.ts'
import type { RunEvent } from './run-events.ts'
import type { ListenerPlace } from './run-watcher.ts'
import type { RunWatchers } from './run-watchers.ts'

/** Each of them is looked at once in each interval: the cost does not grow beyond it. */
const MAX_WATCHED = 20
const LISTED = 100
/** The server lists what ended with a delay of a second or more. */
const LISTED_LATE_MS = 10_000

export interface ListedRunsDeps {
  readonly temporal: Pick<WeatherClient, 'listTasks'>
  readonly watchers: Pick<RunWatchers, 'join'>
  readonly now: () => Date
}

export interface Telling {
  readonly tell: (workflowId: string, event: RunEvent) => void
  /** From when on ends are reported. */
  readonly fromMs: number
  readonly signal: AbortSignal
}

/** The runs on Temporal's list: each is listened to from when it is found there until its end. */
export class ListedRuns {
  readonly #deps: ListedRunsDeps
  readonly #telling: Telling
  readonly #watched = new Map<string, ListenerPlace | undefined>()
  /** When each ended whose end is reported. */
  readonly #reported = new Map<string, number>()
  #fromMs: number

  constructor(deps: ListedRunsDeps, telling: Telling) {
    this.#deps = deps
    this.#telling = telling
    this.#fromMs = telling.fromMs
    telling.signal.addEventListener('abort', () => {
      for (const place of this.#watched.values()) place?.leave()
      this.#watched.clear()
    })
  }

  /** Tells also what ended since then, some of it for the second time. */
  reachBack(toMs: number): void {
    this.#fromMs = Math.min(this.#fromMs, toMs)
  }

  async look(): Promise<void> {
    const atMs = this.#deps.now().getTime()
    const ended = await this.#ended()
    if (ended.length === 0) this.#goOnFrom(atMs - LISTED_LATE_MS)
    const running = await this.#deps.temporal.listTasks({ status: 'STARTED', limit: LISTED })
    const found = running.tasks.filter(({ workflowId }) => !this.#watched.has(workflowId))
    const free = MAX_WATCHED - this.#watched.size
    const next = [...ended.slice(0, MAX_WATCHED), ...found.slice(0, free)]
    await Promise.all(next.map((task) => this.#watch(task)))
  }

  /** What ended and is not reported yet, page by page. */
  async #ended(): Promise<ListedTask[]> {
    const found: ListedTask[] = []
    const asked = { endedSince: new Date(this.#fromMs), limit: LISTED }
    let page: Awaited<ReturnType<WeatherClient['listTasks']>> | undefined
    do {
      page = await this.#deps.temporal.listTasks({
        ...asked,
        ...(page?.next && { pageToken: page.next }),
      })
      found.push(...page.tasks.filter((task) => this.#isUnreported(task)))
    } while (page.next && found.length < MAX_WATCHED)
    return found
  }

  #isUnreported({ workflowId, closedAt }: ListedTask): boolean {
    if (!closedAt || this.#watched.has(workflowId)) return false
    return !this.#reported.has(keyOf(workflowId, closedAt.getTime()))
  }

  #goOnFrom(atMs: number): void {
    this.#fromMs = Math.max(this.#fromMs, atMs)
    for (const [key, endedMs] of this.#reported) {
      if (endedMs < this.#fromMs) this.#reported.delete(key)
    }
  }

  async #watch({ workflowId, taskId, closedAt }: ListedTask): Promise<void> {
    this.#watched.set(workflowId, undefined)
    try {
      const place = await this.#deps.watchers.join(taskId)
      if (this.#telling.signal.aborted) place?.leave()
      else if (place) this.#listen(workflowId, place)
      // A run that is known no more has no end to tell.
      else if (closedAt) this.#keepReported(workflowId, closedAt.getTime())
    } catch {
      // What Temporal cannot say now is found again by the next look, whose failure is logged.
    } finally {
      if (this.#watched.get(workflowId) === undefined) this.#watched.delete(workflowId)
    }
  }

  #listen(workflowId: string, place: ListenerPlace): void {
    const { tell } = this.#telling
    this.#watched.set(workflowId, place)
    place.listen({
      progress: (event) => {
        tell(workflowId, event)
      },
      end: (event) => {
        place.leave()
        this.#watched.delete(workflowId)
        if (!event) return
        this.#keepReported(workflowId, event.atMs)
        tell(workflowId, event)
      },
    })
  }

  #keepReported(workflowId: string, endedMs: number): void {
    this.#reported.set(keyOf(workflowId, endedMs), endedMs)
  }
}

const keyOf = (workflowId: string, endedMs: number): string => `${workflowId} ${endedMs}`
