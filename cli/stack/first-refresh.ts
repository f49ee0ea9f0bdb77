import type { Client } from '@temporalio/client'
import type { Config } from '../../platform/config.ts'
import { startRefreshAllCities } from '../../temporal/refreshes.ts'
import { taskStatus } from '../../temporal/tasks.ts'
import { isTemporalUnavailable } from '../../temporal/unavailable.ts'
import { createProgressView } from '../progress/progress-view.ts'
import { exitCodeOf, endText, type RefreshEnd } from '../progress/refresh-end.ts'
import { watchRefresh } from '../progress/watch-refresh.ts'
import { EXIT } from '../exit-codes.ts'
import { maxAgeSecondsOf } from '../schedule-settings.ts'
import type { FirstRefresh } from './screen.ts'

/** The screen with the addresses must not wait for a provider that is slow or away. */
const SHOWN_FOR_MS = 45_000

export interface FirstRefreshOptions {
  readonly config: Config
  readonly output: NodeJS.WriteStream
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

/** Starts it and shows its progress; undefined when it still runs, in the background, at the end. */
export async function showFirstRefresh(
  client: Client,
  { config, output, say, signal }: FirstRefreshOptions,
): Promise<FirstRefresh | undefined> {
  const { taskId } = await startRefreshAllCities(client, {
    trigger: 'start',
    force: false,
    maxAgeSeconds: maxAgeSecondsOf(config),
  })
  const patience = AbortSignal.timeout(SHOWN_FOR_MS)
  try {
    const end = await watchRefresh({
      status: () => taskStatus(client, taskId),
      isPassing: isTemporalUnavailable,
      view: createProgressView(output),
      onIdle: () => {
        say('… waiting for a worker to take up the first refresh')
      },
      signal: AbortSignal.any([signal, patience]),
    })
    if (exitCodeOf(end) !== EXIT.ok) say(endText(end))
    return countsOf(end)
  } catch (error) {
    if (patience.aborted && !signal.aborted) return undefined
    throw error
  }
}

function countsOf(end: RefreshEnd): FirstRefresh {
  if (end.kind === 'broken') return { refreshed: 0, failed: 0, fresh: 0, durationMs: 0 }
  const { ok, partial, joined, failed, skipped, durationMs } = end.result
  return { refreshed: ok + partial + joined, failed, fresh: skipped, durationMs }
}
