import { readFileSync } from 'node:fs'
import { cpuSecondsOf, memoryMbOf, type Meter, type Usage } from './process-usage.ts'

/**
 * The backends of one database together. Their memory is that at the end: what each holds alone, and
 * what they share once.
 */
export const meterOfBackends =
  (backendPids: () => Promise<number[]>): Meter =>
  async () => {
    const before = new Map((await backendPids()).map((pid) => [pid, cpuSecondsOf(pid)]))
    return async () => {
      const pids = await backendPids()
      if (!pids.every(isPostgres)) return { cpuSeconds: null, peakMemoryMb: null }
      return usageOf(pids, before)
    }
  }

function usageOf(pids: readonly number[], before: ReadonlyMap<number, number | null>): Usage {
  const cpuSeconds = pids.map((pid) => (cpuSecondsOf(pid) ?? 0) - (before.get(pid) ?? 0))
  const own = pids.map((pid) => memoryMbOf(pid, 'RssAnon') ?? 0)
  const shared = pids.map((pid) => memoryMbOf(pid, 'RssShmem') ?? 0)
  return { cpuSeconds: sum(cpuSeconds), peakMemoryMb: sum(own) + Math.max(0, ...shared) }
}

/** The server may be on another machine or in a container: then its process ids are others' here. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
  } catch {
    return false
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0)
