import autocannon from 'autocannon'
import { cpuSecondsOf } from '../parts/process-usage.ts'

export interface Load {
  readonly requestsPerSecond: number
  readonly p99Ms: number
  /** Of the server; 0 where the system does not say. */
  readonly cpuMicroseconds: number
}

export interface LoadOptions {
  readonly url: string
  readonly pid: number
  readonly seconds: number
  readonly connections: number
  readonly headers?: Readonly<Record<string, string>>
}

/** @throws Error when an answer was not 200: a fast refusal is no speed. */
export async function measureLoad(options: LoadOptions): Promise<Load> {
  const { url, pid, seconds, connections, headers = {} } = options
  const before = cpuSecondsOf(pid) ?? 0
  const result = await autocannon({ url, duration: seconds, connections, headers })
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0) throw new Error(`${url}: ${failed} requests were not answered with 200`)
  const cpuSeconds = (cpuSecondsOf(pid) ?? 0) - before
  return {
    requestsPerSecond: result.requests.average,
    p99Ms: result.latency.p99,
    cpuMicroseconds: (cpuSeconds * 1e6) / result.requests.total,
  }
}

/** By each of the figures. */
export function medianOf(loads: readonly Load[]): Load {
  const median = (figure: keyof Load): number =>
    loads.map((load) => load[figure]).sort((a, b) => a - b)[Math.floor(loads.length / 2)] ?? 0
  return {
    requestsPerSecond: median('requestsPerSecond'),
    p99Ms: median('p99Ms'),
    cpuMicroseconds: median('cpuMicroseconds'),
  }
}
