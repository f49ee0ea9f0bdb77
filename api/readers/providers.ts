import { countIncidents } from '../../db/queries/incidents.ts'
import { lastRequests, providerDays, type LastRequest } from '../../db/queries/provider-stats.ts'
import { quotaFacts } from '../../db/queries/quota-facts.ts'
import { PROVIDER_IDS, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { judgeQuota } from '../../domain/quota/judge.ts'
import { requestsOf } from '../../domain/quota/levels.ts'
import { windowStart } from '../../domain/quota/windows.ts'
import { DAY_MS, SECOND_MS } from '../../domain/time/durations.ts'
import { sharedAnswer, sharedAnswers } from '../background/shared-answer.ts'
import type { ApiDeps } from '../deps.ts'
import { keyStatus, providerHealthOf, type ProviderHealth } from '../health/providers.ts'

const KEEP_MS = 5 * SECOND_MS

type Deps = Pick<ApiDeps, 'db' | 'now' | 'settings'>

export type ListedProvider = Awaited<ReturnType<typeof readProviders>>[number]

export type ProviderStats = Awaited<ReturnType<typeof readStats>>

/** Every provider there is an adapter for, those in use first, in their order. */
export const createProviderList = (deps: Deps) =>
  sharedAnswer(() => readProviders(deps), { keepMs: KEEP_MS, now: deps.now })

export function createProviderStats(deps: Deps) {
  const read = sharedAnswers(
    (key: string) => {
      const [id, days] = key.split(' ')
      return readStats(deps, id as ProviderId, Number(days))
    },
    { keepMs: KEEP_MS, now: deps.now },
  )
  return (id: ProviderId, days: number) => read(`${id} ${days}`)
}

async function readProviders({ db, now, settings }: Deps) {
  const at = now()
  const limits = settings.quotaLimits ?? {}
  const order = Object.keys(limits) as ProviderId[]
  const others = PROVIDER_IDS.filter((id) => !order.includes(id))
  const unused = Object.fromEntries(others.map((id) => [id, []]))
  const [facts, last] = await Promise.all([
    quotaFacts(db, { ...limits, ...unused }, at),
    lastRequests(db),
  ])
  return judgeQuota(facts, at).providers.map((report, index) => {
    const { hours = [], used } = facts[index] ?? {}
    const { provider: id } = report
    const failed = hours.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'rate-limited')
    return {
      id,
      order: order.includes(id) ? order.indexOf(id) + 1 : null,
      key: keyStatus(id, settings),
      limits: limits[id] ?? [],
      report,
      usedToday: used?.day ?? 0,
      health: providerHealthOf({ report, hours }, settings, at),
      errors24h: requestsOf(failed),
      ...lastOf(last, id),
    }
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
  const to = new Date(windowStart('day', deps.now()).getTime() + DAY_MS)
  const from = new Date(to.getTime() - days * DAY_MS)
  const [daily, health, failovers] = await Promise.all([
    providerDays(deps.db, id, { from, to }),
    healthOf(deps, id),
    countIncidents(deps.db, { provider: id, since: from }),
  ])
  return { id, from, to, days, daily, health, failovers }
}

async function healthOf({ db, now, settings }: Deps, id: ProviderId): Promise<ProviderHealth> {
  const at = now()
  const facts = await quotaFacts(db, { [id]: settings.quotaLimits?.[id] ?? [] }, at)
  const [report] = judgeQuota(facts, at).providers
  if (report === undefined) throw new Error(`nothing is said of ${id}`)
  return providerHealthOf({ report, hours: facts[0]?.hours ?? [] }, settings, at)
}
