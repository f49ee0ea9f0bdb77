import { PGlite } from '@electric-sql/pglite'
import { query, statusAtEnd, sync, type TransactionStatus } from './wire.ts'

/** The exit status by which PGlite's code says "a longjmp out of an SQL error": the normal case. */
const LONGJMP_STATUS = 100

export class EngineBrokenError extends Error {
  override readonly name = 'EngineBrokenError'
}

/** One PGlite session, one message at a time; remembers when the session is lost. */
export interface Engine {
  readonly parameters: Readonly<Record<string, string>>
  /** @throws EngineBrokenError when the session is lost; every later call throws it too. */
  run(frame: Buffer): Uint8Array
  /** Ends whatever a client left half done. */
  reset(): void
  close(): Promise<void>
}

export interface EngineOptions {
  /** In memory where absent. */
  readonly dataDir?: string
  /** What a database in memory holds at first, as PGlite dumps it; empty where absent. */
  readonly files?: Blob | undefined
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

export async function openEngine({ dataDir, files }: EngineOptions = {}): Promise<Engine> {
  const database = await PGlite.create({
    ...(dataDir !== undefined && { dataDir }),
    ...(files && { loadDataDir: files }),
  })
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
  if (status === undefined) throw new EngineBrokenError('an answer of the database has no end')
  return status
}

/**
 * PGlite swallows every exception of its main loop, also the end of its backend (FATAL) and
 * WebAssembly traps, and then answers nothing or loops for good. One message per call and this
 * watch make such an end visible.
 */
function watchMainLoop(database: PGlite) {
  let broken: EngineBrokenError | undefined
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

  function found(cause: unknown): EngineBrokenError {
    broken ??= new EngineBrokenError('the embedded database has ended', { cause })
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
