import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { EMBEDDED_FILES_VARIABLE } from '../support/services/test-database.ts'

/** A new embedded database takes seconds to make; the others of the run are copies of this one. */
export default async function setUp(): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'weather247-embedded-'))
  process.env[EMBEDDED_FILES_VARIABLE] ??= await emptyDatabaseIn(dir)
  return () => rm(dir, { recursive: true, force: true })
}

async function emptyDatabaseIn(dir: string): Promise<string> {
  const path = join(dir, 'files.tar')
  const database = await PGlite.create()
  const files = await database.dumpDataDir('none')
  await database.close()
  await writeFile(path, files.stream())
  return path
}
