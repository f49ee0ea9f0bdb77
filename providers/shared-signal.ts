import { setMaxListeners } from 'node:events'

/**
 * Does work for several callers; its signal aborts only when every caller's signal has aborted. The
 * callers' signals outlive the work, so no listener is left on them.
 */
export async function whileAnyWants<Result>(
  signals: readonly AbortSignal[],
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const different = [...new Set(signals)]
  const live = different.filter(({ aborted }) => !aborted)
  const [first] = live.length > 0 ? live : different
  if (live.length < 2 && first) return work(first)
  const shared = new AbortController()
  const ended = new AbortController()
  setMaxListeners(0, ended.signal)
  let left = live.length
  const leave = ({ target }: Event): void => {
    left -= 1
    if (left === 0) shared.abort((target as AbortSignal).reason)
  }
  for (const signal of live) {
    signal.addEventListener('abort', leave, { once: true, signal: ended.signal })
  }
  try {
    return await work(shared.signal)
  } finally {
    ended.abort()
  }
}
