import { readFileSync } from 'node:fs'

/** A pid alone is reused by the system; together with its start time it names one process. */
export interface ProcessIdentity {
  readonly pid: number
  /** Clock ticks since boot; null where the system has no /proc. */
  readonly startTicks: number | null
}

export function identify(pid: number): ProcessIdentity {
  return { pid, startTicks: readStat(pid)?.startTicks ?? null }
}

export function isRunning({ pid, startTicks }: ProcessIdentity): boolean {
  if (!answersSignals(pid)) return false
  const stat = readStat(pid)
  if (stat === undefined) return true
  // A zombie still accepts signals until its parent has reaped it.
  if (stat.state === 'Z' || stat.state === 'X') return false
  return startTicks === null || stat.startTicks === startTicks
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readStat(pid: number): { state: string; startTicks: number } | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may itself hold spaces and parentheses: count fields after the last.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', startTicks: Number(fields[19]) }
  } catch {
    return undefined
  }
}
