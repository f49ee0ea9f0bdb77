import type { FastifyBaseLogger } from 'fastify'
import type { Registry } from 'prom-client'
import type { CachePort } from '../cache/cache.ts'
import type { RateCounter } from '../cache/rate-counter.ts'
import type { Database } from '../db/database.ts'
import type { PlanReading } from '../domain/plan/plan-report.ts'
import type { KeepDays } from '../domain/retention.ts'
import type { Product } from '../domain/weather/product.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import type { Place } from '../domain/city/city.ts'
import type { InstalledProvider } from '../domain/provider/provider-setup.ts'
import type { PricedProvider } from '../domain/provider/planned-requests.ts'
import type { ProviderTest } from '../domain/provider/provider-test.ts'
import type { Config, Mode } from '../platform/config/config.ts'
import type { ShownSetting } from '../platform/config/shown-settings.ts'
import type { WeatherClient } from '../temporal/client.ts'
import type { AuditLog } from './audit-log.ts'
import type { HostRules } from './plugins/own-hosts.ts'
import type { ReadCounter } from './background/read-counter.ts'
import type { CityNames } from './readers/city-names.ts'
import type { TokenStore } from './readers/token-store.ts'

export interface ApiDeps {
  readonly db: Database
  readonly temporal: WeatherClient
  readonly cache: CachePort
  readonly cityNames: CityNames
  readonly counter: ReadCounter
  readonly tokens: TokenStore
  readonly rates: RateCounter
  readonly audit: AuditLog
  readonly log: FastifyBaseLogger
  readonly metrics: Registry
  readonly now: () => Date
  readonly settings: ApiSettings
}

export interface ApiSettings {
  readonly mode: Mode
  /** The hosts it answers for. */
  readonly hosts: HostRules
  /** Whether all who reach it are admin while there is no token. */
  readonly isOpenWithoutTokens: boolean
  /** Requests a minute. */
  readonly rateLimits: { readonly perAddress: number; readonly perToken: number }
  /** Whose pages may use it, such as `https://weather.example`. */
  readonly corsOrigins: readonly string[]
  /** Addresses and networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  /** How old each product may get before its city is due. */
  readonly maxAgeSeconds: Readonly<Record<Product, number>>
  /** How often the schedule refreshes what is due. */
  readonly refreshEverySeconds: number
  /** Where entries are cached, and for how long. */
  readonly cache: Config['jobs']['cache'] & { readonly backend: Config['cache']['kind'] }
  /** How long rows are kept. */
  readonly keepDays: KeepDays
  readonly webhooks: Config['webhooks']
  /** How long a read with `refresh=if-stale` waits for the refresh of its city. */
  readonly readRefreshMs: number
  /** The Temporal Web UI, for links. */
  readonly webUiUrl?: string
  /** Temporal's, for links. */
  readonly namespace: string
  /** Where the built dashboard is; absent where it is not built. */
  readonly dashboardFolder?: string
  /** What the settings say of every provider; changes at run time come from the database. */
  readonly providers?: readonly InstalledProvider[]
  /** What only code of providers can say or do. */
  readonly adapters?: Adapters
  /** What this process was set to, without secrets. */
  readonly shown?: readonly ShownSetting[]
}

export interface Adapters {
  /** To price what a refresh would request, by the limits of now. */
  readonly pricing: () => Promise<readonly PricedProvider[]>
  /** One real request for a city. */
  readonly test: (id: ProviderId, place: Place, product?: Product) => Promise<ProviderTest>
  /** What the plan of the next refresh is made of. */
  readonly readPlan?: (at: Date) => Promise<PlanReading>
}
