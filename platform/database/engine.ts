import { PGlite } from '@electric-sql/pglite'
import { query, statusAtEnd, sync, type TransactionStatus } from './wire.ts'

/** The exit status by which PGlite's code says "a longjmp out of an SQL error": the normal case. */
const LONGJMP_STATUS = 100

export class EngineBroken extends Error {
  override readonly name = 'EngineBroken'
}

/** One PGlite session, one message at a time; knows when it must not be asked any more. */
export interface Engine {
  readonly parameters: Readonly<Record<string, string>>
  /** @throws EngineBroken when the session is lost; every later call throws it too. */
  run(frame: Buffer): Uint8Array
  /** Ends whatever a client left half done. */
  reset(): void
  close(): Promise<void>
}

const REPORTED = [
  'client_encoding',
  'DateStyle',
  'default_transaction_read_only',
  'in_hot_standby',
  'integer_datetimes',
  'IntervalStyle',
  'server_encoding',
  'server_version',
  'standard_conforming_strings',
  'TimeZone',
]

export async function openEngine(dataDir?: string): Promise<Engine> {
  const database = await PGlite.create(dataDir === undefined ? {} : { dataDir })
  const breakage = watchMainLoop(database)
  const reported = await database.query<{ name: string; setting: string }>(
    'SELECT name, setting FROM pg_settings WHERE name = ANY($1)',
    [REPORTED],
  )

  function run(frame: Buffer): Uint8Array {
    breakage.check()
    try {
      const answer = database.execProtocolRawSync(frame)
      breakage.check()
      return answer
    } catch (error) {
      throw breakage.found(error)
    }
  }

  return {
    parameters: Object.fromEntries(reported.rows.map(({ name, setting }) => [name, setting])),
    run,
    reset() {
      if (statusOf(run(sync())) !== 'idle') run(query('ROLLBACK'))
    },
    close: () => database.close(),
  }
}

export function statusOf(answer: Uint8Array): TransactionStatus {
  const status = statusAtEnd(answer)
  if (status === undefined) throw new EngineBroken('an answer of the database has no end')
  return status
}

/**
 * PGlite swallows every exception of its main loop, also the end of its backend (FATAL) and
 * WebAssembly traps, and then answers nothing or loops for good. One message per call and this
 * watch make such an end visible.
 */
function watchMainLoop(database: PGlite) {
  let broken: EngineBroken | undefined
  const engineModule = database.Module
  const mainLoopOnce = engineModule._PostgresMainLoopOnce.bind(engineModule)
  engineModule._PostgresMainLoopOnce = () => {
    try {
      mainLoopOnce()
    } catch (error) {
      if (statusOfExit(error) !== LONGJMP_STATUS) found(error)
      throw error
    }
  }

  function found(cause: unknown): EngineBroken {
    broken ??= new EngineBroken('the embedded database has ended', { cause })
    return broken
  }

  return {
    found,
    check() {
      if (broken !== undefined) throw broken
    },
  }
}

function statusOfExit(error: unknown): unknown {
  return error instanceof Object && 'status' in error ? error.status : undefined
}
