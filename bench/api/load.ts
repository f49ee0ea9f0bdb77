import autocannon from 'autocannon'

export interface Load {
  readonly requestsPerSecond: number
  readonly bytesPerSecond: number
  readonly p99Ms: number
}

export interface LoadOptions {
  readonly url: string
  readonly seconds: number
  readonly connections: number
}

/** @throws Error when an answer was not 200: a fast refusal is no speed. */
export async function measureLoad({ url, seconds, connections }: LoadOptions): Promise<Load> {
  const result = await autocannon({ url, duration: seconds, connections })
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0) throw new Error(`${url}: ${failed} requests were not answered with 200`)
  return {
    requestsPerSecond: result.requests.average,
    bytesPerSecond: result.throughput.average,
    p99Ms: result.latency.p99,
  }
}

/** By each of the figures. */
export function medianOf(loads: readonly Load[]): Load {
  const median = (figure: keyof Load): number =>
    loads.map((load) => load[figure]).sort((a, b) => a - b)[Math.floor(loads.length / 2)] ?? 0
  return {
    requestsPerSecond: median('requestsPerSecond'),
    bytesPerSecond: median('bytesPerSecond'),
    p99Ms: median('p99Ms'),
  }
}
