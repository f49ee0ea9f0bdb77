import { getClient } from '@temporalio/activity'
import type { Logger } from 'pino'
import {
  createAlertJudge,
  type AnalyticsDeps,
  type CleanupDeps,
  type FindPlacesDeps,
  type MonitoringDeps,
  type NotificationDeps,
  type RefreshDeps,
  type WarmingDeps,
} from '../activities/index.ts'
import { createCache, type CachePort } from '../cache/cache.ts'
import { createCityCache } from '../cache/city-cache.ts'
import { createConditionsCache, type ConditionsCache } from '../cache/conditions-cache.ts'
import { openDatabase } from '../db/client.ts'
import type { Database } from '../db/database.ts'
import { forgetOtherKey } from '../db/queries/provider-pauses.ts'
import { latestConditionsOf } from '../db/queries/latest-conditions.ts'
import type { CityId } from '../domain/city/city.ts'
import type { WeatherProvider } from '../domain/provider/provider.ts'
import type { ProvidersConfig } from '../platform/config/config.ts'
import type { ConnectedConfig } from '../platform/config/connected-config.ts'
import { cacheTargetOf, databaseTargetOf } from '../platform/connection-targets.ts'
import { createGeocoders, createProviderChain, type ProviderDirectory } from '../providers/index.ts'
import type { HttpClient } from '../providers/http-client.ts'
import {
  adapterSettings,
  openProviderHttp,
  openProviders,
  userAgentOf,
  type OpenedProviders,
} from './open-providers.ts'
import { createWebhookSender } from '../platform/webhooks/webhook-sender.ts'
import { startDelivery } from '../temporal/start-delivery.ts'

/** What the activities of each queue need. */
export interface WorkerDependencies {
  readonly db: Database
  readonly directory: ProviderDirectory
  /** A key that was changed since it was refused is asked with again. */
  tryOtherKeys(): Promise<void>
  readonly refresh: RefreshDeps & FindPlacesDeps
  readonly warming: WarmingDeps
  readonly monitoring: MonitoringDeps
  readonly notifications: NotificationDeps
  readonly analytics: AnalyticsDeps
  readonly cleanup: CleanupDeps
  close(): Promise<void>
}

/** A slow statement of the cleanup keeps none of the refresh's connections. */
const MAINTENANCE_POOL = 2

/** Everything the workers' activities need, opened once. */
export function openDependencies(config: ConnectedConfig, log: Logger): WorkerDependencies {
  const client = openDatabase(databaseTargetOf(config.database, 'weather247-worker'))
  const maintenance = openDatabase(
    databaseTargetOf(config.database, 'weather247-maintenance', MAINTENANCE_POOL),
  )
  const http = openProviderHttp(config.providers)
  const { allowsPrivate } = config.webhooks
  const sender = createWebhookSender({
    userAgent: userAgentOf(config.providers),
    now,
    allowsPrivate,
  })
  const cache = createCache(cacheTargetOf(config.cache), log)
  return {
    db: client.db,
    ...activityDeps({ config, db: client.db, http, cache, log }),
    cleanup: { db: maintenance.db, now },
    notifications: { db: client.db, now, send: (...one) => sender.send(...one) },
    async close() {
      await http.close()
      await sender.close()
      await cache.close()
      await maintenance.close()
      await client.close()
    },
  }
}

const now = () => new Date()

/** By the client of the worker whose activity announces it. */
const deliverInBackground: RefreshDeps['startDelivery'] = (webhook) =>
  startDelivery(getClient(), webhook)

interface Opened {
  readonly config: ConnectedConfig
  readonly db: Database
  readonly http: HttpClient
  readonly cache: CachePort
  readonly log: Logger
}

function activityDeps({
  config,
  db,
  http,
  cache,
  log,
}: Opened): Omit<WorkerDependencies, 'db' | 'cleanup' | 'notifications' | 'close'> {
  const { providers, jobs, refresh } = config
  const opened = openProviders(providers, { db, http })
  const { installed, directory, adapters } = opened
  const chain = createProviderChain({ providers: adapters, directory, db, now, log })
  const measuring = { objectives: refresh.objectives, halfLifeHours: jobs.warm.halfLifeHours }
  const judgeAlerts = createAlertJudge({ db, installed, measuring })
  const shared = config.cache.kind === 'redis' ? cachesOf(cache, jobs.cache.keepSeconds) : undefined
  return {
    directory,
    tryOtherKeys: () => forgetOtherKeys(db, adapters),
    refresh: {
      db,
      chain,
      geocoderInUse: geocodersOf(providers, directory, { db, http, log }),
      now,
      startDelivery: deliverInBackground,
      shareLatest: sharing(shared?.conditions, db),
      opinionShare: providers.opinionShare,
      planning: planningOf(config, opened),
      judgeAlerts,
    },
    warming: { db, now, shared, halfLifeHours: jobs.warm.halfLifeHours, chain },
    monitoring: { db, now, startDelivery: deliverInBackground, installed, judgeAlerts },
    analytics: {
      db,
      now,
      cache,
      cacheBackend: config.cache.kind,
      cacheSeconds: jobs.cache.analyticsSeconds,
    },
  }
}

async function forgetOtherKeys(db: Database, adapters: readonly WeatherProvider[]): Promise<void> {
  for (const { id, keyFingerprint } of adapters) {
    if (keyFingerprint !== undefined) await forgetOtherKey(db, id, keyFingerprint)
  }
}

const geocodersOf = (
  { settings }: ProvidersConfig,
  directory: ProviderDirectory,
  { db, http, log }: Pick<Opened, 'db' | 'http' | 'log'>,
): FindPlacesDeps['geocoderInUse'] =>
  createGeocoders(directory, {
    settingsOf: (id) => ({
      ...adapterSettings(settings[id], http),
      limits: () => directory.limitsOf(id),
    }),
    db,
    log,
    now,
  })

const planningOf = (
  { refresh, jobs }: ConnectedConfig,
  { directory, adapters }: OpenedProviders,
): RefreshDeps['planning'] => ({
  async providers() {
    await directory.refresh()
    return directory.order.flatMap((id) => adapters.find((adapter) => adapter.id === id) ?? [])
  },
  promises: refresh.promises,
  halfLifeHours: jobs.warm.halfLifeHours,
})

const cachesOf = (cache: CachePort, keepSeconds: number) => ({
  cities: createCityCache(cache, keepSeconds),
  conditions: createConditionsCache(cache, keepSeconds),
})

/** A cache in this process' memory is shared with no other process. */
const sharing =
  (cache: ConditionsCache | undefined, db: Database): RefreshDeps['shareLatest'] =>
  async (cityIds: readonly CityId[]) => {
    if (cache) await cache.set(await latestConditionsOf(db, cityIds))
  }
