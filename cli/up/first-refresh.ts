import type { Config } from '../../platform/config/config.ts'
import type { WeatherClient } from '../../temporal/client.ts'
import { isTemporalUnavailable } from '../../temporal/unavailable.ts'
import { createProgressView } from '../refresh/progress-view.ts'
import { exitCodeOf, endText, type RefreshEnd } from '../refresh/refresh-end.ts'
import { watchRefresh } from '../refresh/watch-refresh.ts'
import { EXIT } from '../exit-codes.ts'
import { maxAgeSecondsOf } from '../config/schedule-settings.ts'
import type { FirstRefresh } from './screen.ts'

/** The screen with the addresses must not wait for a provider that is slow or down. */
const SHOWN_FOR_MS = 45_000

export interface FirstRefreshOptions {
  readonly config: Config
  readonly output: NodeJS.WriteStream
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

/** Starts it and shows its progress; undefined when it still runs, in the background, at the end. */
export async function showFirstRefresh(
  client: WeatherClient,
  { config, output, say, signal }: FirstRefreshOptions,
): Promise<FirstRefresh | undefined> {
  const { taskId } = await client.refreshAllCities({
    trigger: 'start',
    force: false,
    maxAgeSeconds: maxAgeSecondsOf(config),
  })
  const timeout = AbortSignal.timeout(SHOWN_FOR_MS)
  try {
    const end = await watchRefresh({
      status: () => client.taskStatus(taskId),
      isPassing: isTemporalUnavailable,
      view: createProgressView(output),
      onIdle: () => {
        say('… waiting for a worker to take up the first refresh')
      },
      signal: AbortSignal.any([signal, timeout]),
    })
    if (exitCodeOf(end) !== EXIT.ok) say(endText(end))
    return countsOf(end)
  } catch (error) {
    if (timeout.aborted && !signal.aborted) return undefined
    throw error
  }
}

function countsOf(end: RefreshEnd): FirstRefresh {
  if (end.kind === 'broken') return { refreshed: 0, failed: 0, fresh: 0, durationMs: 0 }
  const { ok, partial, joined, failed, skipped, durationMs } = end.result
  return { refreshed: ok + partial + joined, failed, fresh: skipped, durationMs }
}
