import { NOT_AUDITED, withDatabase } from '../target/database-access.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say } from '../terminal/output.ts'

export async function migrate(): Promise<ExitCode> {
  const which = await withDatabase(NOT_AUDITED, (_, { database, mode }) =>
    Promise.resolve(database.kind === 'external' ? 'of DATABASE_URL' : `of the ${mode} instance`),
  )
  say(`The database ${which} is up to date.`)
  return EXIT.ok
}
