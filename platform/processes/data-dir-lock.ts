import { lockDirectory } from './directory-lock.ts'
import type { ProcessLock } from './process-lock.ts'

/**
 * Two servers on one Temporal database file start without any error and steal each other's leases,
 * so the directory belongs to one process at a time.
 */
export const lockDataDir = (dir: string): Promise<ProcessLock> =>
  lockDirectory(dir, {
    fileName: 'instance.lock',
    inUse: ({ pid, since }, file) =>
      `the data directory ${dir} is in use by process ${pid} since ${since}; ` +
      `stop that process or choose another data directory (lock file: ${file})`,
  })
