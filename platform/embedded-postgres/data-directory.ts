import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockDirectory } from '../processes/directory-lock.ts'
import type { ProcessLock } from '../processes/process-lock.ts'
import { openEngine, type Engine } from './engine.ts'

/** PGlite itself lets two processes open, and ruin, the same directory. */
export async function lockDatabase(directory: string): Promise<ProcessLock> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  return lockDirectory(directory, {
    fileName: 'lock',
    inUse: ({ pid, since }) => `process ${pid} uses the database in ${directory} since ${since}`,
  })
}

/** A new, empty database in the place of one that was there would only look alive. */
export class DataGoneError extends Error {
  override readonly name = 'DataGoneError'
}

export interface OpenDirectory {
  /** It has been opened before: its files must be there. */
  readonly mustExist?: boolean
}

/** A first start that was interrupted leaves files that no later start can use: they go. */
export async function openDataDirectory(
  directory: string,
  { mustExist = false }: OpenDirectory = {},
): Promise<Engine> {
  const files = join(directory, 'pgdata')
  const marker = join(directory, 'initialised')
  const isThere = existsSync(marker) && existsSync(files)
  if (mustExist && !isThere) {
    throw new DataGoneError(`the files of the database in ${directory} are gone`)
  }
  if (!isThere) rmSync(files, { recursive: true, force: true })
  const engine = await openEngine({ dataDir: files })
  writeFileSync(marker, '')
  return engine
}
