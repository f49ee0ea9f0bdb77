import { countIncidents } from '../../db/queries/incidents.ts'
import { readProviderSetups } from '../../db/queries/provider-controls.ts'
import {
  lastRequests,
  providerDays,
  providerEndpoints,
  type LastRequest,
} from '../../db/queries/provider-stats.ts'
import { factsOfAll, quotaFacts } from '../../db/queries/quota-facts.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { ProviderSetup } from '../../domain/provider/provider-setup.ts'
import { judgeQuota } from '../../domain/quota/judge.ts'
import { requestsOf } from '../../domain/quota/levels.ts'
import { windowStart } from '../../domain/quota/windows.ts'
import { DAY_MS, SECOND_MS } from '../../domain/time/durations.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import type { ApiDeps } from '../deps.ts'
import { providerHealthOf, type ProviderHealth } from '../health/providers.ts'
import { shownLimits } from '../views/shown-limits.ts'

const KEEP_MS = 5 * SECOND_MS

type Deps = Pick<ApiDeps, 'db' | 'now' | 'settings'>

export type ListedProvider = Awaited<ReturnType<typeof readProviders>>[number]

export type ProviderStats = Awaited<ReturnType<typeof readStats>>

/** Every provider there is an adapter for, those in use first, in their order. */
export const createProviderList = (deps: Deps, recent: RecentAnswers) =>
  recent.share(() => readProviders(deps), KEEP_MS)

export function createProviderStats(deps: Deps, recent: RecentAnswers) {
  const read = recent.shareByKey((key: string) => {
    const [id, days] = key.split(' ')
    return readStats(deps, id as ProviderId, Number(days))
  }, KEEP_MS)
  return (id: ProviderId, days: number) => read(`${id} ${days}`)
}

/** As `createProviderList` gives them, but of this moment: after a change. */
export async function readProviders({ db, now, settings }: Deps) {
  const at = now()
  const setups = await readProviderSetups(db, settings.providers ?? [])
  const shown = shownLimits(setups)
  const [facts, last] = await Promise.all([factsOfAll(db, setups, at), lastRequests(db)])
  const reports = judgeQuota(facts, at).providers
  return setups.flatMap((setup, index) => {
    const [report, fact] = [reports[index], facts[index]]
    if (!report || !fact) return []
    const { hours, used } = fact
    const failed = hours.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'rate-limited')
    return [
      {
        id: setup.id,
        setup,
        limits: shown[setup.id] ?? setup.limits.quota.map((one) => ({ ...one, reserved: 0 })),
        report,
        usedToday: used.day,
        health: providerHealthOf({ report, hours }, setup, at),
        errors24h: requestsOf(failed),
        ...lastOf(last, setup.id),
      },
    ]
  })
}

function lastOf(last: readonly LastRequest[], id: ProviderId) {
  const latest = (isSuccess: boolean): Date | null => {
    const times = last
      .filter(({ provider, outcome }) => provider === id && (outcome === 'ok') === isSuccess)
      .flatMap(({ lastAt }) => lastAt?.getTime() ?? [])
    return times.length > 0 ? new Date(Math.max(...times)) : null
  }
  return { lastSuccessAt: latest(true), lastFailureAt: latest(false) }
}

async function readStats(deps: Deps, id: ProviderId, days: number) {
  const { db, now, settings } = deps
  const to = new Date(windowStart('day', now()).getTime() + DAY_MS)
  const from = new Date(to.getTime() - days * DAY_MS)
  const [daily, endpoints, setups, failovers] = await Promise.all([
    providerDays(db, id, { from, to }),
    providerEndpoints(db, id, { from, to }),
    readProviderSetups(db, settings.providers ?? []),
    countIncidents(db, { isFailover: true, provider: id, since: from }),
  ])
  const setup = setups.find((one) => one.id === id)
  if (setup === undefined) throw new Error(`nothing is said of ${id}`)
  const { costPerCall } = setup
  const health = await healthOf(deps, setup)
  return { id, from, to, days, daily, endpoints, costPerCall, health, failovers }
}

async function healthOf({ db, now }: Deps, setup: ProviderSetup): Promise<ProviderHealth> {
  const at = now()
  const facts = await quotaFacts(db, { [setup.id]: setup.limits.quota }, at)
  const [report] = judgeQuota(facts, at).providers
  if (report === undefined) throw new Error(`nothing is said of ${setup.id}`)
  return providerHealthOf({ report, hours: facts[0]?.hours ?? [] }, setup, at)
}
