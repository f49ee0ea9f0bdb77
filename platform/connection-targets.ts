import type { CacheConfig, ExternalDatabase, TemporalConfig } from './config/config.ts'
import type { ExternalTemporal } from './config/temporal-config.ts'

type TemporalConnectionOptions = ReturnType<ExternalTemporal['connection']['reveal']>

/** `port` is where the embedded server listens, when it is not the port of its setting. */
export function temporalTargetOf(
  temporal: TemporalConfig,
  port?: number,
): { connection: TemporalConnectionOptions; namespace: string } {
  const { namespace } = temporal
  if (temporal.kind === 'external') return { connection: temporal.connection.reveal(), namespace }
  return { connection: { address: `127.0.0.1:${port ?? temporal.port}` }, namespace }
}

export interface DatabaseTarget {
  readonly url: string
  readonly poolSize: number
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string
}

export const databaseTargetOf = (
  { url, poolSize }: ExternalDatabase,
  applicationName: string,
  connections = poolSize,
): DatabaseTarget => ({ url: url.reveal(), poolSize: connections, applicationName })

export type CacheTarget =
  { readonly kind: 'memory' } | { readonly kind: 'redis'; readonly url: string }

export const cacheTargetOf = (cache: CacheConfig): CacheTarget =>
  cache.kind === 'redis' ? { kind: 'redis', url: cache.url.reveal() } : cache
