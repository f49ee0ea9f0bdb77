import { setTimeout as sleep } from 'node:timers/promises'
import { createRestartBudget, type RestartLimits } from '../platform/processes/index.ts'

/** Something that runs until it is stopped, or breaks. */
export interface Running {
  /** Rejects when it broke. */
  readonly ended: Promise<void>
  stop(): void
}

export interface KeepRunning {
  readonly limits: RestartLimits
  /** Stops it for good. */
  readonly signal: AbortSignal
  readonly onFault: (fault: Fault) => void
}

export interface Fault {
  readonly error: unknown
  /** Until it is started again; undefined when it is given up. */
  readonly restartInMs: number | undefined
}

/**
 * Runs what `start` starts and starts it anew, after growing pauses, when it breaks. Rejects with the
 * last fault when there were too many; a stop is no fault, even one that ends badly.
 */
export async function keepRunning(
  first: Running,
  start: () => Promise<Running>,
  { limits, signal, onFault }: KeepRunning,
): Promise<void> {
  const nextDelayMs = createRestartBudget(limits)
  const isStopped = (): boolean => signal.aborted
  let begin = (): Promise<Running> => Promise.resolve(first)
  while (!isStopped()) {
    try {
      await untilEnded(await begin(), signal)
      if (isStopped()) return
      throw new Error('it stopped without being told to')
    } catch (error) {
      if (isStopped()) throw error
      const restartInMs = nextDelayMs(Date.now())
      onFault({ error, restartInMs })
      if (restartInMs === undefined) throw error
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
