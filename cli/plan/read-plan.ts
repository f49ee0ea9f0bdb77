import type { Database } from '../../db/database.ts'
import type { PlanInput } from '../../domain/plan/plan-input.ts'
import type { OtherSource } from '../../domain/plan/plan-report.ts'
import { plannedProviders, type PlannedProvider } from '../../domain/plan/planned-provider.ts'
import { DEFAULT_PROMISES } from '../../domain/plan/promised-tier.ts'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { inUse } from '../../domain/provider/provider-setup.ts'
import type { Config } from '../../platform/config/config.ts'
import { installedProviders } from '../../platform/config/installed-providers.ts'
import { providerToRead } from '../config/provider-limits.ts'
import { maxAgeSecondsOf } from '../config/schedule-settings.ts'

export interface PlanAndOthers {
  readonly input: PlanInput
  /** Providers that are not in use, as they would be with a free key. */
  readonly others: readonly OtherSource[]
}

/** The plan as the next scheduled refresh would make it; sends nothing. */
export async function readPlanOf(db: Database, config: Config, now: Date): Promise<PlanAndOthers> {
  const [{ readPlan, sourceOf }, { readProviderSetups }] = await Promise.all([
    import('../../db/queries/plan-now.ts'),
    import('../../db/queries/provider-controls.ts'),
  ])
  const setups = inUse(await readProviderSetups(db, installedProviders(config.providers, now)))
  const tickMinutes = config.refresh.intervalMinutes
  const used = setups.flatMap(({ id, limits }): PlannedProvider[] =>
    plannedProviders([{ ...providerToRead(id), ...limits }]),
  )
  const { input } = await readPlan(db, {
    at: now,
    tickMinutes,
    maxAgeSeconds: maxAgeSecondsOf(config),
    providers: used,
    promises: DEFAULT_PROMISES,
    halfLifeHours: config.jobs.warm.halfLifeHours,
  })
  const unused = PROVIDER_IDS.filter((id) => !setups.some((setup) => setup.id === id))
  const unspent = { ledger: undefined, at: now, tickMinutes, isFailing: false }
  const others = plannedProviders(unused.map(providerToRead)).map((provider) => ({
    source: sourceOf(provider, unspent),
    products: provider.products,
  }))
  return { input, others }
}
