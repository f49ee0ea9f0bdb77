import path from 'node:path'
import { tryLock, type ProcessLock } from './process-lock.ts'

/**
 * Two servers on one Temporal database file start without any error and steal each other's leases,
 * so the directory belongs to one process at a time.
 */
export async function lockDataDir(dir: string): Promise<ProcessLock> {
  const file = path.join(dir, 'instance.lock')
  const attempt = await tryLock(file)
  if ('lock' in attempt) return attempt.lock
  const { pid, since } = attempt.holder
  throw new Error(
    `the data directory ${dir} is in use by process ${pid} since ${since}; ` +
      `stop that process or choose another data directory (lock file: ${file})`,
  )
}
