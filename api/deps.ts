import type { FastifyBaseLogger } from 'fastify'
import type { Registry } from 'prom-client'
import type { CachePort } from '../cache/cache.ts'
import type { Database } from '../db/client.ts'
import type { Product } from '../domain/product.ts'
import type { ProviderId } from '../domain/provider.ts'
import type { QuotaSetting } from '../platform/settings.ts'
import type { Config, Mode } from '../platform/config.ts'
import type { TemporalDoorway } from '../temporal/doorway.ts'
import type { ReadCounter } from './read-counter.ts'

export interface ApiDeps {
  readonly db: Database
  readonly temporal: TemporalDoorway
  readonly cache: CachePort
  readonly counter: ReadCounter
  readonly log: FastifyBaseLogger
  readonly metrics: Registry
  readonly now: () => Date
  readonly settings: ApiSettings
}

export interface ApiSettings {
  readonly mode: Mode
  /** How old each product may get before its city is due. */
  readonly maxAgeSeconds: Readonly<Record<Product, number>>
  /** Where entries are cached, and for how long. */
  readonly cache: Config['jobs']['cache'] & { readonly backend: Config['cache']['kind'] }
  /** The Temporal Web UI, for links. */
  readonly webUiUrl?: string
  /** Limits to show beside what was used, where they are known. */
  readonly quotaLimits?: Partial<Readonly<Record<ProviderId, readonly QuotaSetting[]>>>
}
