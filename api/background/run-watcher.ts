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

export interface RunWatcher {
  /** Undefined where there is no such run. */
  join(): Promise<ListenerPlace | undefined>
  stop(): void
}

type Place = { listener: RunListener | undefined }

/** Looks at a run once in a while, however many listen, until it has ended or nobody is left. */
export function watchRun({ look, everyMs, onFailing, onStopped }: RunWatcherOptions): RunWatcher {
  const places = new Set<Place>()
  const stopping = new AbortController()
  let latest: RunEvent | undefined

  function stop(): void {
    if (stopping.signal.aborted) return
    stopping.abort()
    onStopped()
  }

  function end(event?: RunEvent): void {
    stop()
    for (const { listener } of places) listener?.end(event)
  }

  function tell(event: RunEvent | undefined): void {
    latest = event
    if (!event || event.isEnd) end(event)
    else for (const { listener } of places) listener?.progress(event)
  }

  async function lookOn(): Promise<void> {
    let isFailing = false
    for (;;) {
      await sleep(everyMs, undefined, { signal: stopping.signal, ref: false })
      try {
        tell(await look())
        isFailing = false
      } catch (error) {
        if (!isFailing) onFailing(error)
        isFailing = true
      }
    }
  }

  async function begin(): Promise<RunEvent | undefined> {
    try {
      tell(await look())
    } catch (error) {
      stop()
      throw error
    }
    // Ends by the signal only.
    lookOn().catch(() => undefined)
    return latest
  }

  const beginning = begin()

  function placeAmong(place: Place): ListenerPlace {
    return {
      listen(listener) {
        place.listener = listener
        if (latest && !latest.isEnd) listener.progress(latest)
        if (stopping.signal.aborted) listener.end(latest?.isEnd === true ? latest : undefined)
      },
      leave() {
        places.delete(place)
        if (places.size === 0) stop()
      },
    }
  }

  return {
    async join() {
      const place: Place = { listener: undefined }
      places.add(place)
      return (await beginning) ? placeAmong(place) : undefined
    },
    stop: () => {
      end()
    },
  }
}
