import { setMaxListeners } from 'node:events'
import { cancellationSignal, heartbeat, log } from '@temporalio/activity'

/** Also how long a cancellation takes to arrive. */
const BEAT_MS = 2_000
/** Claims last minutes. */
const BEATS_PER_EXTENSION = 15

/**
 * Runs work that may wait while the server gets heartbeats, so that cancellation arrives and a
 * dead worker is noticed; `keepAlive` extends claims twice a minute.
 */
export async function withHeartbeat<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  keepAlive: () => Promise<void> = () => Promise.resolve(),
): Promise<Result> {
  let beats = 0
  const timer = setInterval(() => {
    heartbeat()
    beats += 1
    if (beats % BEATS_PER_EXTENSION !== 0) return
    keepAlive().catch((error: unknown) => {
      log.warn('claims could not be extended', { error: String(error) })
    })
  }, BEAT_MS)
  try {
    const signal = cancellationSignal()
    // Every city of a shard listens to the one signal.
    setMaxListeners(0, signal)
    return await work(signal)
  } finally {
    clearInterval(timer)
  }
}
