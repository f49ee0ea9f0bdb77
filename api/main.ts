import { createCache, type CachePort } from '../cache/cache.ts'
import { openDatabase, type DatabaseClient } from '../db/client.ts'
import { createClosers } from '../platform/closers.ts'
import type { Config } from '../platform/config.ts'
import type { Logger } from '../platform/logger.ts'
import { createMetrics } from '../platform/metrics.ts'
import { productAgesSeconds } from '../platform/product-ages.ts'
import { connectTemporal, embeddedTarget, type TemporalConnection } from '../temporal/connect.ts'
import { createTemporalDoorway } from '../temporal/doorway.ts'
import { buildApp, type ApiSettings } from './app.ts'
import { createReadCounter } from './read-counter.ts'
import { watchPauses } from './watch-pauses.ts'

type QuotaLimits = NonNullable<ApiSettings['quotaLimits']>

export interface RunningApi {
  readonly url: string
  /** Ends open requests first, then what they need. */
  close(): Promise<void>
}

/** Starts the API of this process. Whatever it needs may come up later. */
export async function startApi(
  config: Config,
  log: Logger,
  quotaLimits: QuotaLimits = {},
): Promise<RunningApi> {
  const closers = createClosers(log)
  try {
    const database = openDatabaseOf(config)
    closers.add('database', () => database.close())
    const cache = openCacheOf(config, log)
    closers.add('cache', () => cache.close())
    const temporal = openTemporalOf(config)
    closers.add('Temporal connection', () => temporal.close())
    const now = () => new Date()
    const { halfLifeHours } = config.jobs.warm
    const counter = createReadCounter({ db: database.db, log, now, halfLifeHours })
    closers.add('read counter', () => counter.close())
    const doorway = createTemporalDoorway(temporal)
    const watch = watchPauses({ db: database.db, temporal: doorway, log, now })
    closers.add('watch over pauses', () => watch.close())
    const app = buildApp({
      db: database.db,
      temporal: doorway,
      cache,
      counter,
      log,
      metrics: createMetrics({ processMetrics: true }),
      now,
      settings: { ...apiSettings(config), quotaLimits },
    })
    closers.add('API', () => app.close())
    const url = await app.listen({ host: config.api.host, port: config.api.port })
    log.info({ url }, 'API listens')
    return { url, close: closers.close }
  } catch (error) {
    await closers.close()
    throw error
  }
}

function openDatabaseOf({ database }: Config): DatabaseClient {
  if (database.kind === 'embedded') {
    throw new Error('the API works on a database that runs: set DATABASE_URL')
  }
  return openDatabase({
    url: database.url.reveal(),
    poolSize: database.poolSize,
    applicationName: 'weather247-api',
  })
}

const openCacheOf = ({ cache }: Config, log: Logger): CachePort =>
  createCache(cache.kind === 'redis' ? { kind: 'redis', url: cache.url.reveal() } : cache, log)

const openTemporalOf = ({ temporal }: Config): TemporalConnection =>
  connectTemporal(
    temporal.kind === 'external'
      ? { connection: temporal.connection.reveal(), namespace: temporal.namespace }
      : embeddedTarget(temporal.port, temporal.namespace),
  )

function apiSettings({ mode, refresh, jobs, cache, temporal }: Config): ApiSettings {
  const webUiUrl =
    temporal.kind === 'external' ? temporal.webUiUrl : `http://127.0.0.1:${temporal.uiPort}`
  return {
    mode,
    maxAgeSeconds: productAgesSeconds(refresh.maxAgeMinutes),
    cache: { ...jobs.cache, backend: cache.kind },
    ...(webUiUrl !== undefined && { webUiUrl }),
  }
}
