import { providerFacts, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { CityId } from '../../domain/city/city.ts'
import { ageSeconds } from '../../domain/weather/freshness.ts'
import type { Product } from '../../domain/weather/product.ts'
import type { Basis } from '../../domain/weather/reading.ts'
import type { UnitSystem } from '../../domain/weather/unit-systems.ts'
import { judged, type PeriodOf } from '../../domain/weather/value-period.ts'
import type { Mode } from '../../platform/config/config.ts'
import type { StoredReading } from '../schemas/stored-reading.ts'

export interface ViewOptions {
  readonly now: Date
  readonly periodOf: PeriodOf
  readonly mode: Mode
  readonly units: UnitSystem
}

interface Reading {
  readonly cityId: CityId
  readonly provider: ProviderId
  readonly validAt: Date
  readonly fetchedAt: Date
  readonly confirmedAt: Date
  readonly runId: string
  readonly basis: Basis
  /** By their names in responses. */
  readonly derived: string[]
}

/** What stands beside every stored value. */
export function storedReading(
  product: Product,
  reading: Reading,
  from: StoredReading['served_from'],
  { now, periodOf, mode }: ViewOptions,
): StoredReading {
  const { cityId, provider, validAt, fetchedAt, confirmedAt, runId, basis, derived } = reading
  const age = ageSeconds(confirmedAt, now)
  return {
    valid_at: validAt.toISOString(),
    fetched_at: fetchedAt.toISOString(),
    confirmed_at: confirmedAt.toISOString(),
    age_seconds: age,
    valid_age_seconds: ageSeconds(validAt, now),
    ...judged(age, periodOf(cityId, product)),
    run_id: runId,
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
