import { createCache } from '../cache/cache.ts'
import { createRateCounter } from '../cache/rate-counter.ts'
import { openDatabase } from '../db/client.ts'
import type { Database } from '../db/database.ts'
import { createStoredOutcomes } from '../db/cached-outcome-counts.ts'
import { bindAddress, isLoopback } from '../platform/config/bind-address.ts'
import { createClosers, type Closers } from '../platform/shutdown/closers.ts'
import type { ConnectedConfig } from '../platform/config/connected-config.ts'
import {
  cacheTargetOf,
  databaseTargetOf,
  temporalTargetOf,
} from '../platform/connection-targets.ts'
import type { Logger } from '../platform/logging/logger.ts'
import { createMetrics } from '../platform/metrics.ts'
import { installedProviders } from '../platform/config/installed-providers.ts'
import { inheritedVariables } from '../platform/config/env.ts'
import { productAgesSeconds } from '../platform/config/product-ages.ts'
import { shownSettings } from '../platform/config/shown-settings.ts'
import { connectTemporal } from '../temporal/connect.ts'
import { createWeatherClient, type WeatherClient } from '../temporal/client.ts'
import { buildApp, type ApiSettings } from './app.ts'
import { HTTP_LIMITS } from './http-limits.ts'
import type { Adapters } from './deps.ts'
import { createAuditLog } from './audit-log.ts'
import { dashboardFolder } from './dashboard-folder.ts'
import { createReadCounter } from './background/read-counter.ts'
import { watchEnds } from './background/keep-ends.ts'
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
    const { db } = database
    const tokens = createTokenStore({ db, now, log })
    const host = await bindAddress(config.api, () => areTokensAsked(tokens, log))
    const services = openServices(config, { db, log, closers })
    watchTemporal({ db, log, closers, temporal: services.temporal })
    const app = buildApp({
      ...services,
      db,
      cityNames: createCityNames((...asked) => findForReading(db, ...asked)),
      tokens,
      audit: createAuditLog(db),
      log,
      metrics: createMetrics({ processMetrics: true }),
      now,
      settings: {
        ...apiSettings(config, host),
        ...(openAdapters && { adapters: openAdapters(db) }),
        ...builtDashboard(log),
      },
    })
    closers.add('API', () => app.close(), HTTP_LIMITS.handlerMs + CLOSING_MS)
    const url = await app.listen({ host, port: config.api.port })
    log.info({ url }, 'API listens')
    void logAccess(tokens, log)
    return { url, close: closers.close }
  } catch (error) {
    await closers.close()
    throw error
  }
}

/** Beside the longest answer that is under way. */
const CLOSING_MS = 5_000

/** A look that is under way ends with its call to Temporal, each of which has eight seconds. */
const CLOSE_ENDS_MS = 20_000

const now = () => new Date()

interface Opening {
  readonly db: Database
  readonly log: Logger
  readonly closers: Closers
}

/** What requests are answered with, beside the database. */
function openServices(config: ConnectedConfig, { db, log, closers }: Opening) {
  const cache = createCache(cacheTargetOf(config.cache), log)
  closers.add('cache', () => cache.close())
  const rates = createRateCounter(cacheTargetOf(config.cache), log)
  closers.add('rate counter', () => rates.close())
  const connection = connectTemporal(temporalTargetOf(config.temporal))
  closers.add('Temporal connection', () => connection.close())
  const { halfLifeHours } = config.jobs.warm
  const counter = createReadCounter({ db, log, now, halfLifeHours })
  closers.add('read counter', () => counter.close())
  return {
    cache,
    rates,
    counter,
    temporal: createWeatherClient(connection, createStoredOutcomes(db), now),
  }
}

/** What goes on whether there are requests or not. */
function watchTemporal({
  db,
  log,
  closers,
  temporal,
}: Opening & { readonly temporal: WeatherClient }): void {
  const pauses = watchPauses({ db, temporal, log, now })
  closers.add('watch over pauses', () => pauses.close())
  const ends = watchEnds({ db, temporal, log, now })
  closers.add('watch over ends', () => ends.close(), CLOSE_ENDS_MS)
}

function builtDashboard(log: Logger): Pick<ApiSettings, 'dashboardFolder'> {
  const folder = dashboardFolder()
  if (folder !== undefined) return { dashboardFolder: folder }
  log.warn('the dashboard is not built: run `npm run build` for its pages')
  return {}
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
    shown: shownSettings(inheritedVariables()),
  }
}
