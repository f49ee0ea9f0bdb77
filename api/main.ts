import { createCache } from '../cache/cache.ts'
import { createRateCounter } from '../cache/rate-counter.ts'
import { openDatabase } from '../db/client.ts'
import type { Database } from '../db/database.ts'
import { createStoredOutcomes } from '../db/cached-outcome-counts.ts'
import { bindAddress, isLoopback } from '../platform/config/bind-address.ts'
import { createClosers } from '../platform/shutdown/closers.ts'
import type { ConnectedConfig } from '../platform/config/connected-config.ts'
import {
  cacheTargetOf,
  databaseTargetOf,
  temporalTargetOf,
} from '../platform/connection-targets.ts'
import type { Logger } from '../platform/logging/logger.ts'
import { createMetrics } from '../platform/metrics.ts'
import { installedProviders } from '../platform/config/installed-providers.ts'
import { productAgesSeconds } from '../platform/config/product-ages.ts'
import { connectTemporal } from '../temporal/connect.ts'
import { createWeatherClient } from '../temporal/client.ts'
import { buildApp, type ApiSettings } from './app.ts'
import type { Adapters } from './deps.ts'
import { createAuditLog } from './audit-log.ts'
import { dashboardFolder } from './dashboard-folder.ts'
import { createReadCounter } from './background/read-counter.ts'
import { watchPauses } from './background/watch-pauses.ts'
import { findForReading } from './readers/city-lookup.ts'
import { createCityNames } from './readers/city-names.ts'
import { createTokenStore } from './readers/token-store.ts'
import { areTokensAsked, logAccess } from './readers/tokens-asked.ts'

export interface RunningApi {
  readonly url: string
  /** Ends open requests first, then what they need. */
  close(): Promise<void>
}

/** Starts the API of this process. Whatever it needs may come up later. */
export async function startApi(
  config: ConnectedConfig,
  log: Logger,
  openAdapters?: (db: Database) => Adapters,
): Promise<RunningApi> {
  const closers = createClosers(log)
  try {
    const database = openDatabase(databaseTargetOf(config.database, 'weather247-api'))
    closers.add('database', () => database.close())
    const now = () => new Date()
    const tokens = createTokenStore({ db: database.db, now, log })
    const host = await bindAddress(config.api, () => areTokensAsked(tokens, log))
    const cache = createCache(cacheTargetOf(config.cache), log)
    closers.add('cache', () => cache.close())
    const rates = createRateCounter(cacheTargetOf(config.cache), log)
    closers.add('rate counter', () => rates.close())
    const temporal = connectTemporal(temporalTargetOf(config.temporal))
    closers.add('Temporal connection', () => temporal.close())
    const { halfLifeHours } = config.jobs.warm
    const counter = createReadCounter({ db: database.db, log, now, halfLifeHours })
    closers.add('read counter', () => counter.close())
    const weatherClient = createWeatherClient(temporal, createStoredOutcomes(database.db))
    const watch = watchPauses({ db: database.db, temporal: weatherClient, log, now })
    closers.add('watch over pauses', () => watch.close())
    const pages = dashboardFolder()
    if (pages === undefined) {
      log.warn('the dashboard is not built: run `npm run build` for its pages')
    }
    const app = buildApp({
      db: database.db,
      temporal: weatherClient,
      cache,
      cityNames: createCityNames((...asked) => findForReading(database.db, ...asked)),
      counter,
      tokens,
      rates,
      audit: createAuditLog(database.db),
      log,
      metrics: createMetrics({ processMetrics: true }),
      now,
      settings: {
        ...apiSettings(config, host),
        ...(openAdapters && { adapters: openAdapters(database.db) }),
        ...(pages !== undefined && { dashboardFolder: pages }),
      },
    })
    closers.add('API', () => app.close())
    const url = await app.listen({ host, port: config.api.port })
    log.info({ url }, 'API listens')
    void logAccess(tokens, log)
    return { url, close: closers.close }
  } catch (error) {
    await closers.close()
    throw error
  }
}

function apiSettings(config: ConnectedConfig, boundTo: string): ApiSettings {
  const { mode, api, refresh, jobs, cache, temporal, providers } = config
  const { webUiUrl, namespace } = temporal
  return {
    mode,
    hosts: { bindHost: api.host, allowed: api.allowedHosts },
    rateLimits: api.rateLimits,
    corsOrigins: api.corsOrigins,
    trustedProxies: api.trustedProxies,
    isOpenWithoutTokens: api.isUnprotected || isLoopback(boundTo),
    maxAgeSeconds: productAgesSeconds(refresh.maxAgeMinutes),
    readRefreshMs: api.readRefreshMs,
    webhooks: config.webhooks,
    refreshEverySeconds: refresh.intervalMinutes * 60,
    cache: { ...jobs.cache, backend: cache.kind },
    keepDays: jobs.cleanup.keepDays,
    ...(webUiUrl !== undefined && { webUiUrl }),
    namespace,
    providers: installedProviders(providers, new Date()),
  }
}
