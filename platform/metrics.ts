import { Registry, collectDefaultMetrics } from 'prom-client'

export interface MetricsOptions {
  /** Memory, event loop and garbage collection of this process. */
  readonly processMetrics?: boolean
}

/** One registry for each process; pass it to what measures, instead of prom-client's global one. */
export function createMetrics({ processMetrics = false }: MetricsOptions = {}): Registry {
  const registry = new Registry()
  if (processMetrics) collectDefaultMetrics({ register: registry })
  return registry
}
