import path from 'node:path'
import { tryLock, type LockHolder, type ProcessLock } from './process-lock.ts'

export class DirectoryInUseError extends Error {
  override readonly name = 'DirectoryInUseError'
}

export interface DirectoryLockOptions {
  /** The name of the lock file in the directory. */
  readonly fileName: string
  /** The message of the error when another process holds the lock. */
  readonly inUse: (holder: LockHolder, file: string) => string
}

/** @throws DirectoryInUseError while another process works on the directory. */
export async function lockDirectory(
  directory: string,
  { fileName, inUse }: DirectoryLockOptions,
): Promise<ProcessLock> {
  const file = path.join(directory, fileName)
  const attempt = await tryLock(file)
  if ('lock' in attempt) return attempt.lock
  throw new DirectoryInUseError(inUse(attempt.holder, file))
}
