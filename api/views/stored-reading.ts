import { providerFacts, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import {
  ageSeconds,
  freshnessByPeriod,
  freshnessOf,
  isStale,
} from '../../domain/weather/freshness.ts'
import type { Product } from '../../domain/weather/product.ts'
import type { Basis } from '../../domain/weather/reading.ts'
import type { UnitSystem } from '../../domain/weather/unit-systems.ts'
import type { Mode } from '../../platform/config/config.ts'
import type { StoredReading } from '../schemas/stored-reading.ts'

export interface ViewOptions {
  readonly now: Date
  /** How old each product may get before its city is due. */
  readonly maxAgeSeconds: Readonly<Record<Product, number>>
  readonly mode: Mode
  readonly units: UnitSystem
}

interface Reading {
  readonly provider: ProviderId
  readonly validAt: Date
  readonly fetchedAt: Date
  readonly confirmedAt: Date
  readonly basis: Basis
  /** By their names in responses. */
  readonly derived: string[]
}

/** What stands beside every stored value. */
export function storedReading(
  product: Product,
  reading: Reading,
  from: StoredReading['served_from'],
  { now, maxAgeSeconds, mode }: ViewOptions,
): StoredReading {
  const { provider, validAt, fetchedAt, confirmedAt, basis, derived } = reading
  const age = ageSeconds(confirmedAt, now)
  const dueAfter = maxAgeSeconds[product]
  return {
    valid_at: validAt.toISOString(),
    fetched_at: fetchedAt.toISOString(),
    confirmed_at: confirmedAt.toISOString(),
    age_seconds: age,
    valid_age_seconds: ageSeconds(validAt, now),
    freshness: product === 'conditions' ? freshnessOf(age) : freshnessByPeriod(age, dueAfter),
    stale: isStale(age, dueAfter),
    source: sourceOf(provider, mode),
    basis,
    derived,
    served_from: from,
  }
}

/** Simulated values credit no provider: they only have the form of its answers. */
export const SIMULATED = { text: 'Simulated data', url: null, licence: null }

export function sourceOf(provider: ProviderId, mode: Mode): StoredReading['source'] {
  const { name, attribution } = providerFacts(provider)
  return { provider, name, attribution: mode === 'demo' ? SIMULATED : attribution }
}

export const refreshTask = (taskId: string | null) =>
  taskId === null ? {} : { refresh_task_id: taskId }
