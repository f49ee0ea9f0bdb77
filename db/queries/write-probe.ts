import { sql } from 'drizzle-orm'
import type { Database } from '../database.ts'
import { writeProbe } from '../schema/index.ts'
import { codesOf } from './faults.ts'

/** A dump locks this table for as long as it takes, while other tables can be written. */
const LOCK_TIMEOUT = '500ms'
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Writes one row into an empty table: a new file needs new space, which a row that replaces another
 * one does not.
 * @throws what the database says where it cannot be written to.
 */
export async function probeWriting(db: Database, now: Date): Promise<void> {
  try {
    await db.transaction(async (tx) => {
      await tx.execute(sql.raw(`set local lock_timeout = '${LOCK_TIMEOUT}'`))
      await tx.execute(sql`truncate ${writeProbe}`)
      await tx.insert(writeProbe).values({ probedAt: now })
    })
  } catch (error) {
    if (!codesOf(error).includes(LOCK_NOT_AVAILABLE)) throw error
  }
}

const WORDS: Readonly<Record<string, string>> = {
  '25006': 'the database is read-only',
  '53100': 'the disk of the database is full: free some space',
  '42501': 'the user of DATABASE_URL may not write',
  '42P01': 'a table is missing: run `weather247 migrate`',
}

/** Why nothing can be written, in words that hold nothing of what was to be written. */
export function whyNotWritten(error: unknown): string {
  const codes = codesOf(error)
  const known = codes.map((code) => WORDS[code]).find((words) => words !== undefined)
  return known ?? `writing fails (${codes.at(-1) ?? 'see the log of the server'})`
}
