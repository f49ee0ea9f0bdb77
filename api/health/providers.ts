import { isAnyServedSince } from '../../db/queries/condition-ages.ts'
import { readProviderSetups } from '../../db/queries/provider-controls.ts'
import { quotaFacts } from '../../db/queries/quota-facts.ts'
import { providerFacts, PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import {
  inUse,
  limitsInUse,
  type KeyStatus,
  type ProviderSetup,
} from '../../domain/provider/provider-setup.ts'
import {
  providerState,
  type ProviderState,
  type ProviderStateFacts,
} from '../../domain/provider/provider-state.ts'
import { judgeQuota } from '../../domain/quota/judge.ts'
import { SECOND_MS } from '../../domain/time/durations.ts'
import { FRESHNESS_BOUNDS_S } from '../../domain/weather/freshness.ts'
import type { ApiDeps, ApiSettings } from '../deps.ts'
import {
  degraded,
  HEALTHY,
  timed,
  unhealthy,
  unknown,
  type ComponentState,
  type TimedState,
} from './component.ts'

const LIMIT_MS = 4_000

export interface ProviderHealth extends ProviderState {
  readonly key: KeyStatus
  /** When a request to it ended last, of the last 24 hours. */
  readonly lastCheckAt: Date | null
  /** 0 to 1, of the last 24 hours. */
  readonly successRate: number | null
}

export interface ProvidersState extends TimedState {
  /** In the order in which they are asked. */
  readonly providers: readonly ProviderHealth[]
  /** Whether the database holds values young enough to be worth reading. */
  readonly isServed: boolean
}

type Deps = Pick<ApiDeps, 'db' | 'now' | 'log'> & {
  readonly settings: Pick<ApiSettings, 'providers'>
}

/** A provider's health, and the quota it was judged by. */
export type ReportedProvider = ProviderHealth & Pick<ProviderStateFacts, 'report'>

/** Every provider in use, by what is stored: none is sent a request. */
export async function providerReports({
  db,
  now,
  settings,
}: Pick<Deps, 'db' | 'now' | 'settings'>): Promise<ReportedProvider[]> {
  const at = now()
  const setups = await readProviderSetups(db, settings.providers ?? [])
  const facts = await quotaFacts(db, limitsInUse(setups), at)
  const reports = judgeQuota(facts, at).providers
  return inUse(setups).flatMap((setup, index) => {
    const report = reports[index]
    if (report === undefined) return []
    const judged = { report, hours: facts[index]?.hours ?? [] }
    return [{ ...providerHealthOf(judged, setup, at), report }]
  })
}

export function providerHealthOf(
  { report, hours }: Pick<ProviderStateFacts, 'report' | 'hours'>,
  { key }: Pick<ProviderSetup, 'key'>,
  at: Date,
): ProviderHealth {
  const times = hours.flatMap(({ lastAt }) => lastAt?.getTime() ?? [])
  return {
    ...providerState({ report, hours, hasKey: key !== 'missing' }, at),
    key,
    lastCheckAt: times.length > 0 ? new Date(Math.max(...times)) : null,
    successRate: report.successRate,
  }
}

export const checkProviders = (deps: Deps): Promise<ProvidersState> =>
  timed<ComponentState & Pick<ProvidersState, 'providers' | 'isServed'>>({
    limitMs: LIMIT_MS,
    check: async () => {
      const providers = await providerReports(deps)
      const since = new Date(deps.now().getTime() - FRESHNESS_BOUNDS_S.very_stale * SECOND_MS)
      const isUsable = providers.some((one) => one.isUsable)
      const isServed = isUsable || (await isAnyServedSince(deps.db, since))
      return { ...stateOf(providers), providers, isServed }
    },
    failed: (reason, error) => {
      deps.log.warn({ err: error }, 'how providers stand cannot be read')
      return {
        ...unknown(`the database does not answer: ${reason}`),
        providers: [],
        isServed: true,
      }
    },
  })

function stateOf(providers: readonly ProviderHealth[]): ComponentState {
  const away = providers.filter(({ isUsable }) => !isUsable)
  if (providers.length === 0) return unhealthy(`none is in use of ${PROVIDER_IDS.join(', ')}`)
  if (away.length === 0) return HEALTHY
  const reasons = away.map(({ provider, reason }) => `${providerFacts(provider).name}: ${reason}`)
  const state = away.length < providers.length ? degraded : unhealthy
  return state(reasons.join('; '))
}
