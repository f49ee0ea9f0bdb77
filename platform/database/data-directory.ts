import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tryLock, type ProcessLock } from '../processes/process-lock.ts'
import { openEngine, type Engine } from './engine.ts'

export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse'
}

/** PGlite itself lets two processes open, and ruin, the same directory. */
export async function lockDirectory(directory: string): Promise<ProcessLock> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const attempt = await tryLock(join(directory, 'lock'))
  if ('lock' in attempt) return attempt.lock
  const { pid, since } = attempt.holder
  throw new DirectoryInUse(
    `process ${String(pid)} uses the database in ${directory} since ${since}`,
  )
}

/** A first start that was interrupted leaves files that no later start can use: they go. */
export async function openDataDirectory(directory: string): Promise<Engine> {
  const files = join(directory, 'pgdata')
  const marker = join(directory, 'initialised')
  if (!existsSync(marker)) rmSync(files, { recursive: true, force: true })
  const engine = await openEngine(files)
  writeFileSync(marker, '')
  return engine
}
