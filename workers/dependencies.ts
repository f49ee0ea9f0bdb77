import type { Logger } from 'pino'
import type { RefreshDeps } from '../activities/index.ts'
import { createCache } from '../cache/cache.ts'
import { createConditionsCache } from '../cache/conditions-cache.ts'
import { openDatabase } from '../db/client.ts'
import { latestConditionsOf } from '../db/queries/latest.ts'
import type { CityId } from '../domain/city.ts'
import type { Config } from '../platform/config.ts'
import { createProvider, createProviderChain } from '../providers/index.ts'
import { createHttpClient, type HttpClient } from '../providers/http.ts'
import type { ProviderSettings } from '../providers/settings.ts'

export interface WorkerDependencies extends RefreshDeps {
  close(): Promise<void>
}

const REPOSITORY = 'https://github.com/weather247/weather247'

/** Everything the workers' activities need, opened once. */
export function openDependencies(config: Config, log: Logger): WorkerDependencies {
  const { database, providers } = config
  if (database.kind === 'embedded') {
    throw new Error('a worker works on a database that runs: set DATABASE_URL')
  }
  const client = openDatabase({
    url: database.url.reveal(),
    poolSize: database.poolSize,
    applicationName: 'weather247-worker',
  })
  const { db } = client
  const http = createHttpClient({
    userAgent: `weather247/0.1 ${providers.contact ?? REPOSITORY}`,
  })
  const now = () => new Date()
  const chain = createProviderChain({
    providers: providers.order.map((id) =>
      createProvider(id, adapterSettings(providers.settings[id], http)),
    ),
    db,
    now,
  })
  const { share, close: closeCache } = openSharing(config, db, log)
  return {
    db,
    chain,
    now,
    shareLatest: share,
    async close() {
      await http.close()
      await closeCache()
      await client.close()
    },
  }
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

/** A cache in this process' memory is seen by nobody else, so there is nothing to share. */
function openSharing({ cache: settings }: Config, db: RefreshDeps['db'], log: Logger) {
  if (settings.kind === 'memory') {
    return { share: () => Promise.resolve(), close: () => Promise.resolve() }
  }
  const cache = createCache({ kind: 'redis', url: settings.url.reveal() }, log)
  const conditions = createConditionsCache(cache)
  return {
    share: async (cityIds: readonly CityId[]) => {
      await conditions.set(await latestConditionsOf(db, cityIds))
    },
    close: () => cache.close(),
  }
}
