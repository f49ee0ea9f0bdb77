import type { Logger } from 'pino'
import type {
  AnalyticsDeps,
  CleanupDeps,
  MonitoringDeps,
  RefreshDeps,
  WarmingDeps,
} from '../activities/index.ts'
import { createCache, type CachePort } from '../cache/cache.ts'
import { createCityCache } from '../cache/city-cache.ts'
import { createConditionsCache, type ConditionsCache } from '../cache/conditions-cache.ts'
import { openDatabase, type Database } from '../db/client.ts'
import { latestConditionsOf } from '../db/queries/latest.ts'
import type { CityId } from '../domain/city.ts'
import type { Config } from '../platform/config.ts'
import { createProvider, createProviderChain } from '../providers/index.ts'
import { createHttpClient, type HttpClient } from '../providers/http.ts'
import type { ProviderSettings } from '../providers/settings.ts'

/** What the activities of each queue need. */
export interface WorkerDependencies {
  readonly db: Database
  readonly refresh: RefreshDeps
  readonly warming: WarmingDeps
  readonly monitoring: MonitoringDeps
  readonly analytics: AnalyticsDeps
  readonly cleanup: CleanupDeps
  close(): Promise<void>
}

const REPOSITORY = 'https://github.com/weather247/weather247'

/** A slow statement of the cleanup keeps none of the refresh's connections. */
const MAINTENANCE_POOL = 2

/** Everything the workers' activities need, opened once. */
export function openDependencies(config: Config, log: Logger): WorkerDependencies {
  const { providers, jobs } = config
  const client = openPool(config, 'weather247-worker', config.database.poolSize)
  const maintenance = openPool(config, 'weather247-maintenance', MAINTENANCE_POOL)
  const { db } = client
  const http = createHttpClient({
    userAgent: `weather247/0.1 ${providers.contact ?? REPOSITORY}`,
  })
  const now = () => new Date()
  const adapters = providers.order.map((id) =>
    createProvider(id, adapterSettings(providers.settings[id], http)),
  )
  const chain = createProviderChain({ providers: adapters, db, now })
  const cache = openCache(config, log)
  const shared = config.cache.kind === 'redis' ? cachesOf(cache, jobs.cache.keepSeconds) : undefined
  return {
    db,
    refresh: {
      db,
      chain,
      now,
      shareLatest: sharing(shared?.conditions, db),
    },
    warming: { db, now, shared, halfLifeHours: jobs.warm.halfLifeHours, products: chain.products },
    monitoring: {
      db,
      now,
      quotaLimits: Object.fromEntries(adapters.map(({ id, quota }) => [id, quota])),
    },
    analytics: {
      db,
      now,
      cache,
      cacheBackend: config.cache.kind,
      cacheSeconds: jobs.cache.analyticsSeconds,
    },
    cleanup: { db: maintenance.db, now },
    async close() {
      await http.close()
      await cache.close()
      await maintenance.close()
      await client.close()
    },
  }
}

function openPool({ database }: Config, applicationName: string, poolSize: number) {
  if (database.kind === 'embedded') {
    throw new Error('a worker works on a database that runs: set DATABASE_URL')
  }
  return openDatabase({ url: database.url.reveal(), poolSize, applicationName })
}

function adapterSettings(
  {
    baseUrl,
    apiKey,
    quota,
  }: Config['providers']['settings'][keyof Config['providers']['settings']],
  http: HttpClient,
): ProviderSettings {
  const asOf = new Date().toISOString().slice(0, 10)
  return {
    http,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(apiKey !== undefined && { apiKey: apiKey.reveal() }),
    ...(quota !== undefined && {
      quota: quota.map((limit) => ({ ...limit, source: 'setting', asOf })),
    }),
  }
}

const openCache = ({ cache }: Config, log: Logger): CachePort =>
  createCache(cache.kind === 'redis' ? { kind: 'redis', url: cache.url.reveal() } : cache, log)

const cachesOf = (cache: CachePort, keepSeconds: number) => ({
  cities: createCityCache(cache, keepSeconds),
  conditions: createConditionsCache(cache, keepSeconds),
})

/** A cache in this process' memory is seen by nobody else, so there is nothing to share. */
const sharing =
  (cache: ConditionsCache | undefined, db: Database): RefreshDeps['shareLatest'] =>
  async (cityIds: readonly CityId[]) => {
    if (cache) await cache.set(await latestConditionsOf(db, cityIds))
  }
