import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { cannotRun } from '../command-failure.ts'
import { isConnectionFault, reasonOf } from '../connection-fault.ts'
import { withDatabaseAt } from '../connections.ts'
import type { Stack } from './stack.ts'

const ANSWER_TIMEOUT_MS = 15_000
const ASK_EVERY_MS = 500

/** @throws CommandFailure when the database of DATABASE_URL refuses, or does not answer for long. */
export async function awaitOutsideDatabase({ site, signal }: Stack): Promise<void> {
  const { database } = site.config
  if (database.kind === 'embedded') return
  const ended = new AbortController()
  const silence = sleep(ANSWER_TIMEOUT_MS, undefined, { signal: ended.signal }).then(() => {
    throw new Error(`it did not answer within ${ANSWER_TIMEOUT_MS / 1_000} s`)
  })
  silence.catch(() => undefined)
  const patience = AbortSignal.any([signal, ended.signal])
  try {
    await withDatabaseAt(database.url.reveal(), (db) =>
      Promise.race([untilAnswered(db, patience), silence]),
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
  const deadlineMs = Date.now() + ANSWER_TIMEOUT_MS - ASK_EVERY_MS
  for (;;) {
    try {
      await db.execute(sql`select 1`)
      return
    } catch (error) {
      if (!isConnectionFault(error) || Date.now() > deadlineMs) throw error
    }
    await sleep(ASK_EVERY_MS, undefined, { signal })
  }
}
