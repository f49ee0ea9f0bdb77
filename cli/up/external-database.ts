import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { cannotRun } from '../errors/command-error.ts'
import { isConnectionFault, reasonOf } from '../errors/connection-fault.ts'
import { withDatabaseAt } from '../target/connections.ts'
import type { UpContext } from './up-context.ts'

const ANSWER_TIMEOUT_MS = 15_000
const POLL_MS = 500

/** @throws CommandError when the database of DATABASE_URL refuses, or does not answer in time. */
export async function awaitExternalDatabase({ layout, signal }: UpContext): Promise<void> {
  const { database } = layout.config
  if (database.kind === 'embedded') return
  const ended = new AbortController()
  const timeout = sleep(ANSWER_TIMEOUT_MS, undefined, { signal: ended.signal }).then(() => {
    throw new Error(`it did not answer within ${ANSWER_TIMEOUT_MS / 1_000} s`)
  })
  timeout.catch(() => undefined)
  const stopped = AbortSignal.any([signal, ended.signal])
  try {
    await withDatabaseAt(database.url.reveal(), (db) =>
      Promise.race([untilAnswered(db, stopped), timeout]),
    )
  } catch (error) {
    signal.throwIfAborted()
    throw cannotRun(
      `the database of DATABASE_URL cannot be used: ${reasonOf(error)}`,
      'start it or correct DATABASE_URL; without it, `up` runs a database of its own',
      error,
    )
  } finally {
    ended.abort()
  }
}

async function untilAnswered(db: Database, signal: AbortSignal): Promise<void> {
  const deadlineMs = Date.now() + ANSWER_TIMEOUT_MS - POLL_MS
  for (;;) {
    try {
      await db.execute(sql`select 1`)
      return
    } catch (error) {
      if (!isConnectionFault(error) || Date.now() > deadlineMs) throw error
    }
    await sleep(POLL_MS, undefined, { signal })
  }
}
