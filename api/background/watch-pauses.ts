import { setTimeout as sleep } from 'node:timers/promises'
import { SCHEDULE_IDS } from '../../contracts/schedule-definition.ts'
import { mirrorPauses } from '../../db/queries/schedule-pauses.ts'
import type { ApiDeps } from '../deps.ts'

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
  let isFailing = false

  async function look(): Promise<void> {
    try {
      await mirrorPauses(db, await temporal.schedules.describe(SCHEDULE_IDS), now())
      if (isFailing) log.info('which schedules are paused is seen again')
      isFailing = false
    } catch (error) {
      if (!isFailing) log.warn({ err: error }, 'which schedules are paused cannot be seen')
      isFailing = true
    }
  }

  async function lookOn(): Promise<void> {
    while (!closing.signal.aborted) {
      await look()
      await sleep(everyMs, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
    }
  }

  const looking = lookOn()
  return {
    async close() {
      closing.abort()
      await looking
    },
  }
}
