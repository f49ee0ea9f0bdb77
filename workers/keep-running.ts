import { setTimeout as sleep } from 'node:timers/promises'
import { createRestartBackoff, type RestartBackoff } from '../platform/processes/index.ts'

/** Something that runs until it is stopped, or breaks. */
export interface Running {
  /** Rejects when it broke. */
  readonly ended: Promise<void>
  stop(): void
}

export interface KeepRunning {
  readonly backoff: RestartBackoff
  /** Stops it for good. */
  readonly signal: AbortSignal
  readonly onFault: (fault: Fault) => void
}

export interface Fault {
  readonly error: unknown
  readonly restartInMs: number
}

/**
 * Runs what `start` starts, and restarts it whenever it breaks, with a growing delay. Rejects only
 * when it fails while it stops.
 */
export async function keepRunning(
  first: Running,
  start: () => Promise<Running>,
  { backoff, signal, onFault }: KeepRunning,
): Promise<void> {
  const nextDelayMs = createRestartBackoff(backoff)
  const isStopped = (): boolean => signal.aborted
  let begin = (): Promise<Running> => Promise.resolve(first)
  while (!isStopped()) {
    let startedAtMs = Date.now()
    try {
      const running = await begin()
      startedAtMs = Date.now()
      await untilEnded(running, signal)
      if (isStopped()) return
      throw new Error('it stopped without a request')
    } catch (error) {
      if (isStopped()) throw error
      const restartInMs = nextDelayMs(Date.now() - startedAtMs)
      onFault({ error, restartInMs })
      await pause(restartInMs, signal)
      begin = start
    }
  }
}

async function untilEnded(running: Running, signal: AbortSignal): Promise<void> {
  const stop = (): void => {
    running.stop()
  }
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await running.ended
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** A stop ends the pause: the caller looks at the signal. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined)
