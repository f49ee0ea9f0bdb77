import { join } from 'node:path'
import type { Mode } from '../../domain/mode.ts'
import type { FreshnessObjective } from '../../domain/objectives/freshness-objective.ts'
import type { Promised } from '../../domain/plan/promised-tier.ts'
import type { Product } from '../../domain/weather/product.ts'
import { keySettings } from '../../domain/provider/provider-catalogue.ts'
import type { Env } from './env.ts'
import { decideJobs, type JobsConfig } from './jobs-config.ts'
import { decideObjectives } from './objectives-config.ts'
import { decidePromises } from './promises-config.ts'
import { decideProviders, type ProvidersConfig } from './provider-config.ts'
import { Secret } from './secret.ts'
import { proxiesOf } from './trusted-proxies.ts'
import { decideTemporal, type TemporalConfig } from './temporal-config.ts'

export type { Mode } from '../../domain/mode.ts'
export type { JobsConfig } from './jobs-config.ts'
export type { ProvidersConfig, ProviderSettings } from './provider-config.ts'
export type { ExternalTemporal, TemporalConfig } from './temporal-config.ts'

export interface EmbeddedDatabase {
  readonly kind: 'embedded'
  readonly dataDir: string
  readonly poolSize: number
}

export interface ExternalDatabase {
  readonly kind: 'external'
  readonly url: Secret
  readonly poolSize: number
}

export type DatabaseConfig = EmbeddedDatabase | ExternalDatabase

export type CacheConfig =
  { readonly kind: 'memory' } | { readonly kind: 'redis'; readonly url: Secret }

export interface Config {
  readonly mode: Mode
  readonly dataDir: string
  readonly cacheDir: string
  readonly api: {
    readonly host: string
    readonly port: number
    /** Names of this API beside those it listens on, as in a Host header. */
    readonly allowedHosts: readonly string[]
    /** Whether others may reach it while it asks for no token. */
    readonly isUnprotected: boolean
    /** How long a read waits for the refresh that it asked for. */
    readonly readRefreshMs: number
    /** Requests a minute. */
    readonly rateLimits: { readonly perAddress: number; readonly perToken: number }
    /** Whose pages may use it. */
    readonly corsOrigins: readonly string[]
    /** Whose X-Forwarded-For is believed. */
    readonly trustedProxies: readonly string[]
  }
  readonly log: {
    readonly level: Env['WEATHER247_LOG_LEVEL']
    readonly format: Env['WEATHER247_LOG_FORMAT']
  }
  readonly temporal: TemporalConfig
  readonly database: DatabaseConfig
  readonly cache: CacheConfig
  readonly providers: ProvidersConfig
  readonly refresh: {
    readonly intervalMinutes: number
    /** How old each product may get before its city is due. */
    readonly maxAgeMinutes: Readonly<Record<Product, number>>
    readonly concurrency: number
    /** What the plan keeps where limits are short, the first that has a city counts. */
    readonly promises: readonly Promised[]
    /** Service level objectives of freshness. */
    readonly objectives: readonly FreshnessObjective[]
  }
  readonly jobs: JobsConfig
  readonly webhooks: {
    /** Whether they may be on this machine and its networks. */
    readonly allowsPrivate: boolean
  }
  /** Settings that are set but have no effect in this mode. */
  readonly ignored: readonly string[]
  /** Everything the logger must not write. */
  readonly secrets: readonly Secret[]
}

const SERVICES = ['DATABASE_URL', 'REDIS_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_PROFILE'] as const
const MORE_OF_LIVE = ['TEMPORAL_CONFIG_FILE', 'TEMPORAL_API_KEY', ...keySettings()]
const LIVE_ONLY: readonly string[] = [...SERVICES, ...MORE_OF_LIVE]

/**
 * The demo runs on embedded services and the emulator: it ignores settings that name live ones.
 * @throws SettingsError when settings contradict each other.
 */
export function toConfig(env: Env, { mode }: { readonly mode: Mode }): Config {
  const isDemo = mode === 'demo'
  const dataDir = isDemo ? `${env.WEATHER247_DATA_DIR}-demo` : env.WEATHER247_DATA_DIR
  return {
    mode,
    dataDir,
    cacheDir: env.WEATHER247_CACHE_DIR,
    api: apiOf(env),
    log: { level: env.WEATHER247_LOG_LEVEL, format: env.WEATHER247_LOG_FORMAT },
    temporal: decideTemporal(env, { isDemo }),
    database: decideDatabase(env, isDemo, join(dataDir, 'database')),
    cache:
      env.REDIS_URL === undefined || isDemo
        ? { kind: 'memory' }
        : { kind: 'redis', url: env.REDIS_URL },
    providers: decideProviders(env, { isDemo }),
    refresh: refreshOf(env),
    jobs: decideJobs(env),
    webhooks: { allowsPrivate: env.WEATHER247_PRIVATE_WEBHOOKS ?? false },
    ignored: isDemo ? LIVE_ONLY.filter((name) => valueOf(env, name) !== undefined) : [],
    secrets: secretsOf(env),
  }
}

const apiOf = (env: Env): Config['api'] => ({
  host: env.HOST,
  port: env.PORT,
  allowedHosts: env.WEATHER247_ALLOWED_HOSTS ?? [],
  isUnprotected: env.WEATHER247_UNPROTECTED_API ?? false,
  readRefreshMs: env.WEATHER247_READ_REFRESH_SECONDS * 1000,
  rateLimits: {
    perAddress: env.WEATHER247_RATE_LIMIT_PER_ADDRESS,
    perToken: env.WEATHER247_RATE_LIMIT_PER_TOKEN,
  },
  corsOrigins: env.WEATHER247_CORS_ORIGINS ?? [],
  trustedProxies: proxiesOf(env.WEATHER247_TRUSTED_PROXIES ?? []),
})

const refreshOf = (env: Env): Config['refresh'] => ({
  intervalMinutes: env.WEATHER247_REFRESH_INTERVAL_MINUTES,
  maxAgeMinutes: {
    conditions: env.WEATHER247_MAX_AGE_MINUTES,
    forecast: env.WEATHER247_FORECAST_MAX_AGE_MINUTES,
    'air-quality': env.WEATHER247_AIR_QUALITY_MAX_AGE_MINUTES,
  },
  concurrency: env.WEATHER247_REFRESH_CONCURRENCY,
  promises: decidePromises(env),
  objectives: decideObjectives(env),
})

/** Names of the catalogue's settings are made, so their values are looked up. */
const valueOf = (env: Env, name: string): unknown =>
  (env as Readonly<Record<string, unknown>>)[name]

function decideDatabase(env: Env, isDemo: boolean, dataDir: string): DatabaseConfig {
  const poolSize = env.WEATHER247_DATABASE_POOL
  return env.DATABASE_URL === undefined || isDemo
    ? { kind: 'embedded', dataDir, poolSize }
    : { kind: 'external', url: env.DATABASE_URL, poolSize }
}

function secretsOf(env: Env): Secret[] {
  const { temporalVariables, ...settings } = env
  const headers = Object.entries(temporalVariables.reveal())
    .filter(([name]) => name.startsWith('TEMPORAL_GRPC_META_'))
    .map(([, value]) => new Secret(value))
  const own = Object.values(settings).filter((value) => value instanceof Secret)
  return [...own, ...headers]
}
