import { readFileSync, writeFileSync } from 'node:fs'

/** What processes of one kind have used; null where the system does not say. */
export interface Usage {
  readonly cpuSeconds: number | null
  readonly peakMemoryMb: number | null
}

/** Begins to measure; the function it returns ends it. */
export type Meter = () => Promise<() => Promise<Usage>>

/** USER_HZ: the unit of CPU times in /proc, 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100
const KB_PER_MB = 1024

export function cpuSecondsOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold spaces; the state after it is field 3.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return null
  }
}

/** A field of /proc/<pid>/status, such as VmHWM. */
export function memoryMbOf(pid: number, field: string): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const kb = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]
    return kb === undefined ? null : Number(kb) / KB_PER_MB
  } catch {
    return null
  }
}

/** VmHWM falls back to what is resident now; without the right to it, it stays the peak since start. */
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // Not ours, or not Linux.
  }
}

export const meterOfProcess =
  (pid: number): Meter =>
  async () => {
    forgetPeak(pid)
    const before = cpuSecondsOf(pid)
    return async () => {
      const after = cpuSecondsOf(pid)
      return {
        cpuSeconds: before === null || after === null ? null : after - before,
        peakMemoryMb: memoryMbOf(pid, 'VmHWM'),
      }
    }
  }
