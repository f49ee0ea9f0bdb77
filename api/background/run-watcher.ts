import { setTimeout as sleep } from 'node:timers/promises'
import type { RunEvent } from './run-events.ts'

export interface RunListener {
  progress(event: RunEvent): void
  /** Called last; without an event where the run is known no more, or nothing is watched any more. */
  end(event?: RunEvent): void
}

/** A place among those who listen to a run; it is watched while there is one. */
export interface ListenerPlace {
  /** Also hears at once how the run stands; to be called once. */
  listen(listener: RunListener): void
  leave(): void
}

export interface RunWatcherOptions {
  /** How the run stands; undefined where there is no such run. */
  readonly look: () => Promise<RunEvent | undefined>
  readonly everyMs: number
  readonly onFailing: (error: unknown) => void
  readonly onStopped: () => void
}

type Place = { listener: RunListener | undefined }

/** Looks at a run once in a while, however many listen, until it has ended or no listener is left. */
export class RunWatcher {
  readonly #options: RunWatcherOptions
  readonly #places = new Set<Place>()
  readonly #stopping = new AbortController()
  readonly #beginning: Promise<RunEvent | undefined>
  #latest: RunEvent | undefined

  constructor(options: RunWatcherOptions) {
    this.#options = options
    this.#beginning = this.#begin()
  }

  /** Undefined where there is no such run. */
  async join(): Promise<ListenerPlace | undefined> {
    const place: Place = { listener: undefined }
    this.#places.add(place)
    if (!(await this.#beginning)) return undefined
    return {
      listen: (listener) => {
        place.listener = listener
        this.#greet(listener)
      },
      leave: () => {
        this.#places.delete(place)
        if (this.#places.size === 0) this.#halt()
      },
    }
  }

  /** Lets all listeners go. */
  stop(): void {
    this.#end()
  }

  async #begin(): Promise<RunEvent | undefined> {
    try {
      this.#tell(await this.#options.look())
    } catch (error) {
      this.#halt()
      throw error
    }
    // Ends by the signal only.
    this.#lookOn().catch(() => undefined)
    return this.#latest
  }

  async #lookOn(): Promise<void> {
    const { look, everyMs, onFailing } = this.#options
    let isFailing = false
    for (let lookMs = 0; ;) {
      const pauseMs = Math.max(everyMs - lookMs, everyMs / 10)
      await sleep(pauseMs, undefined, { signal: this.#stopping.signal, ref: false })
      const begunMs = performance.now()
      try {
        this.#tell(await look())
        isFailing = false
      } catch (error) {
        if (!isFailing) onFailing(error)
        isFailing = true
      }
      lookMs = performance.now() - begunMs
    }
  }

  #tell(event: RunEvent | undefined): void {
    this.#latest = event
    if (!event || event.isEnd) this.#end(event)
    else for (const { listener } of this.#places) listener?.progress(event)
  }

  #greet(listener: RunListener): void {
    const latest = this.#latest
    if (latest && !latest.isEnd) listener.progress(latest)
    if (this.#stopping.signal.aborted) listener.end(latest?.isEnd === true ? latest : undefined)
  }

  #end(event?: RunEvent): void {
    this.#halt()
    for (const { listener } of this.#places) listener?.end(event)
  }

  #halt(): void {
    if (this.#stopping.signal.aborted) return
    this.#stopping.abort()
    this.#options.onStopped()
  }
}
