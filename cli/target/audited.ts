import { hostname, userInfo } from 'node:os'
import type { Database } from '../../db/database.ts'
import { auditedFields } from '../../domain/access/audited-fields.ts'
import { reasonOf } from '../errors/connection-fault.ts'
import { explainFailure } from '../errors/failure-text.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { note } from '../terminal/output.ts'
import { withDatabaseAt } from './connections.ts'
import { ASIDE_SECONDS, inTime } from './in-time.ts'
import { databaseUrlOf, type Target } from './target.ts'

/** What a command changes, as the audit names it. */
export interface Change {
  /** The words of the command, such as `tokens create`. */
  readonly command: string
  readonly fields: Readonly<Record<string, unknown>>
}

/**
 * Writes a change down before it happens, and how it ended after. Unlike over HTTP, what cannot be
 * written down happens still: who has the database could change it anyway.
 */
export const audited = <T>(db: Database, change: Change, work: () => Promise<T>): Promise<T> =>
  writtenDown({ db, change, work, write: (row) => row })

/** For what is changed at the Temporal server, which goes on without the database. */
export const auditedAt = <T>(
  target: Pick<Target, 'config'>,
  change: Change,
  work: () => Promise<T>,
): Promise<T> =>
  withDatabaseAt(
    databaseUrlOf(target),
    (db) => writtenDown({ db, change, work, write: (row) => inTime(row, ASIDE_SECONDS) }),
    // Late is what was not written down.
    0,
  )

interface WrittenDown<T> {
  readonly db: Database
  readonly change: Change
  readonly work: () => Promise<T>
  /** How long a row is waited for. */
  readonly write: <Row>(row: Promise<Row>) => Promise<Row>
}

async function writtenDown<T>({ db, change, work, write }: WrittenDown<T>): Promise<T> {
  const event = await written(() => write(begin(db, change)))
  let status: ExitCode = EXIT.ok
  try {
    return await work()
  } catch (error) {
    status = explainFailure(error, false).exitCode
    throw error
  } finally {
    if (event !== undefined) await written(() => write(end(db, event, status)))
  }
}

async function begin(db: Database, { command, fields }: Change): Promise<number> {
  const { beginAuditEvent } = await import('../../db/queries/audit-events.ts')
  return beginAuditEvent(db, {
    at: new Date(),
    requestId: null,
    caller: callerName(),
    tokenId: null,
    role: 'admin',
    address: hostname(),
    method: 'CLI',
    route: command,
    target: command,
    fields: auditedFields(fields),
  })
}

async function end(db: Database, event: number, status: ExitCode): Promise<void> {
  const { endAuditEvent } = await import('../../db/queries/audit-events.ts')
  await endAuditEvent(db, event, { status, endedAt: new Date() })
}

async function written<T>(write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write()
  } catch (error) {
    note(`The audit lacks this change: it could not be written down (${reasonOf(error)}).`)
    return undefined
  }
}

/** A container may run under a user id that has no name. */
function callerName(): string {
  try {
    return `cli:${userInfo().username}`
  } catch {
    return 'cli'
  }
}
