import type { Database } from '../../db/database.ts'
import type { PriceOf } from '../../domain/plan/planned-day.ts'
import { MINUTE_MS } from '../../domain/time/durations.ts'
import type { PlanReading } from '../../domain/plan/plan-report.ts'
import {
  leftOutOf,
  notPlannedOf,
  plannedProviders,
  type PlannedProvider,
} from '../../domain/plan/planned-provider.ts'
import { inUse } from '../../domain/provider/provider-setup.ts'
import type { Config } from '../../platform/config/config.ts'
import { installedProviders } from '../../platform/config/installed-providers.ts'
import { providerToRead } from '../config/provider-to-read.ts'
import { maxAgeSecondsOf } from '../config/schedule-settings.ts'

const SOME_PLACE = { id: 1, latitude: 0, longitude: 0, timeZone: 'UTC', countryCode: 'US' }

/** By the provider's own rule, asked once for each set of products. */
function pricing(): PriceOf {
  const known = new Map<string, number>()
  return (id, products) => {
    const key = [id, ...products].join()
    const requests = () => providerToRead(id).price([{ place: SOME_PLACE, products }])
    const weight = known.get(key) ?? requests().reduce((sum, one) => sum + one.weight, 0)
    known.set(key, weight)
    return weight
  }
}

/** The plan as the next scheduled refresh would make it; sends nothing. */
export async function readPlanOf(db: Database, config: Config, now: Date): Promise<PlanReading> {
  const [{ readPlan, sourceOf }, { readProviderSetups }] = await Promise.all([
    import('../../db/queries/plan-now.ts'),
    import('../../db/queries/provider-controls.ts'),
  ])
  const installed = await readProviderSetups(db, installedProviders(config.providers, now))
  const setups = inUse(installed)
  const leftOut = leftOutOf(installed)
  const tickMinutes = config.refresh.intervalMinutes
  const tickMs = tickMinutes * MINUTE_MS
  const at = new Date(Math.ceil(now.getTime() / tickMs) * tickMs)
  const used = setups.flatMap(({ id, limits }): PlannedProvider[] =>
    plannedProviders([{ ...providerToRead(id), ...limits }]),
  )
  const facts = await readPlan(db, {
    at,
    tickMinutes,
    maxAgeSeconds: maxAgeSecondsOf(config),
    providers: used,
    promises: config.refresh.promises,
    halfLifeHours: config.jobs.warm.halfLifeHours,
  })
  const unused = installed
    .filter(({ id, isEnabled }) => !isEnabled && !leftOut.some((one) => one.id === id))
    .map(({ id }) => providerToRead(id))
  const unspent = { ledger: undefined, at, tickMinutes, isFailing: false }
  const others = plannedProviders(unused).map((provider) => ({
    source: sourceOf(provider, unspent),
    products: provider.products,
  }))
  const beside = notPlannedOf(setups.map(({ id }) => providerToRead(id)))
  return { facts, others, priceOf: pricing(), notPlanned: [...beside, ...leftOut] }
}
