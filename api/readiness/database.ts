import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { isDatabaseUnavailable } from '../../db/queries/faults.ts'
import { probeWriting, whyNotWritten } from '../../db/queries/write-probe.ts'
import type { ApiDeps } from '../deps.ts'
import { AnswerLate, failing, OK, skipped, within, type Finding } from './finding.ts'

const READ_TIMEOUT_MS = 2_000
/** The embedded database does one thing at a time. */
const WRITE_TIMEOUT_MS = 5_000

export const NO_DATABASE = skipped('the database does not answer')

export async function findReading(db: Database): Promise<Finding> {
  try {
    await within(READ_TIMEOUT_MS, db.execute(sql`select 1`))
    return OK
  } catch (error) {
    const why = error instanceof AnswerLate ? error.message : 'it cannot be reached'
    return failing(`the database does not answer: ${why}`)
  }
}

export async function findWriting({
  db,
  now,
  log,
}: Pick<ApiDeps, 'db' | 'now' | 'log'>): Promise<Finding> {
  try {
    await within(WRITE_TIMEOUT_MS, probeWriting(db, now()))
    return OK
  } catch (error) {
    if (isDatabaseUnavailable(error)) return NO_DATABASE
    log.warn({ err: error }, 'the database cannot be written to')
    if (error instanceof AnswerLate) return failing(`nothing was written: ${error.message}`)
    return failing(`nothing can be stored: ${whyNotWritten(error)}`)
  }
}
