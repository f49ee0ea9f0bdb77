import { SCHEDULE_IDS } from '../../contracts/schedule-definition.ts'
import { mirrorPauses } from '../../db/queries/schedule-pauses.ts'
import type { ApiDeps } from '../deps.ts'
import { lookAgain } from './look-again.ts'

const EVERY_MS = 30_000

export interface PauseWatch {
  close(): Promise<void>
}

/** Writes down which schedules are paused, also by the Web UI and Temporal's own CLI. */
export function watchPauses(
  { db, temporal, log, now }: Pick<ApiDeps, 'db' | 'temporal' | 'log' | 'now'>,
  everyMs = EVERY_MS,
): PauseWatch {
  const closing = new AbortController()
  const look = async () => mirrorPauses(db, await temporal.schedules.describe(SCHEDULE_IDS), now())
  const looking = lookAgain(look, {
    signal: closing.signal,
    everyMs,
    log,
    failing: 'which schedules are paused cannot be seen',
    recovered: 'which schedules are paused is seen again',
  })
  return {
    async close() {
      closing.abort()
      await looking
    },
  }
}
