/** npm passes on the Ctrl+C that the terminal has sent already: one request, two signals. */
const SAME_REQUEST_MS = 1_000

export interface StopRequests {
  /** Aborts at the first request. */
  readonly signal: AbortSignal
  /** Does what a signal of the system does. */
  readonly request: () => void
  readonly close: () => void
}

/** Ctrl+C, SIGTERM and a closed terminal request a stop; `onAgain` runs at a second request. */
export function listenForStop(onAgain: () => void, nowMs: () => number = Date.now): StopRequests {
  const first = new AbortController()
  let firstAtMs = 0
  const request = () => {
    if (!first.signal.aborted) {
      firstAtMs = nowMs()
      first.abort()
    } else if (nowMs() - firstAtMs > SAME_REQUEST_MS) onAgain()
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, request)
  return {
    signal: first.signal,
    request,
    close() {
      for (const signal of signals) process.off(signal, request)
    },
  }
}
