import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import type { ScheduleId } from '../../contracts/schedule-definition.ts'
import type { AgeCount } from '../../domain/analytics/data-freshness.ts'
import { verdictOf, type VerdictFacts } from '../../domain/health/verdict.ts'
import { INCIDENT_SEVERITIES } from '../../domain/incidents/incident.ts'
import { providerFacts, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { isLasting } from '../../domain/quota/lasting-windows.ts'
import { MINUTE_S, SECOND_MS } from '../../domain/time/durations.ts'
import { ageSeconds } from '../../domain/weather/freshness.ts'
import type { ReportedProvider } from '../health/providers.ts'
import type { Dashboard } from '../readers/dashboard.ts'
import type { DashboardBody } from '../schemas/dashboard.ts'

const REFRESH: ScheduleId = 'refresh-all-cities'

type Facts = Pick<Dashboard, 'at' | 'work' | 'weather' | 'providers' | 'incidents'>

export const verdictBody = (facts: Facts): DashboardBody['verdict'] =>
  verdictOf({
    work: workOf(facts.work),
    cities: citiesOf(facts),
    incident: worstOf(facts.incidents, facts.at),
    away: facts.providers.flatMap(({ provider, isUsable, reason }) =>
      isUsable ? [] : [{ name: providerFacts(provider).name, reason: reason ?? 'no reason given' }],
    ),
    dry: firstDry(facts.providers, facts.at),
  })

function workOf(work: Dashboard['work']): VerdictFacts['work'] {
  if (work === null) return null
  const refresh = work.schedules.find(({ id }) => id === REFRESH)
  return {
    isRefreshServed: !work.unserved.includes(TASK_QUEUES.weatherRefresh),
    pausedWith: refresh?.paused === true ? (refresh.note ?? '') : null,
  }
}

/** Of those that last: the worst, and of equals the one that has lasted longest. */
function worstOf(incidents: Dashboard['incidents'], at: Date): VerdictFacts['incident'] {
  const rank = ({ severity }: Dashboard['incidents'][number]) =>
    INCIDENT_SEVERITIES.indexOf(severity)
  const [worst] = [...incidents].sort(
    (one, other) => rank(other) - rank(one) || Number(one.startedAt) - Number(other.startedAt),
  )
  if (!worst) return null
  const { provider, cause, severity, startedAt, servedBy } = worst
  const servers = Object.keys(servedBy).filter((server) => server !== 'none') as ProviderId[]
  return {
    name: providerFacts(provider).name,
    cause,
    severity,
    lastedSeconds: ageSeconds(startedAt, at),
    servedBy: servers.map((server) => providerFacts(server).name),
  }
}

function citiesOf({ at, weather }: Pick<Facts, 'at' | 'weather'>): VerdictFacts['cities'] {
  const { buckets, oldest } = weather
  const never = neverOf(weather.ages)
  return {
    total: totalOf(weather.ages),
    never,
    late: buckets.stale + buckets.very_stale + buckets.no_data - never,
    oldest: oldest && { ...oldest, ageSeconds: ageSeconds(oldest.confirmedAt, at) },
  }
}

const totalOf = (ages: readonly AgeCount[]): number =>
  ages.reduce((sum, { cities }) => sum + cities, 0)

const neverOf = (ages: readonly AgeCount[]): number =>
  totalOf(ages.filter((one) => one.ageSeconds === null))

function firstDry(providers: readonly ReportedProvider[], at: Date): VerdictFacts['dry'] {
  const windows = providers.flatMap(({ provider, report }) =>
    report.windows.filter(isLasting).flatMap(({ exhaustedAt, resetsAt }) => {
      if (exhaustedAt === null) return []
      const dryMs = Date.parse(exhaustedAt)
      return [
        {
          name: providerFacts(provider).name,
          inSeconds: Math.max(0, (dryMs - at.getTime()) / SECOND_MS),
          beforeResetSeconds: (Date.parse(resetsAt) - dryMs) / SECOND_MS,
        },
      ]
    }),
  )
  return windows.sort((one, other) => one.inSeconds - other.inSeconds)[0] ?? null
}

export const freshnessBody = ({
  at,
  ages,
  oldest,
}: Dashboard['weather']): DashboardBody['freshness'] => ({
  as_of: at.toISOString(),
  total: totalOf(ages),
  never: neverOf(ages),
  by_minute: byMinute(ages),
  oldest: oldest && {
    city_id: oldest.cityId,
    name: oldest.name,
    country: oldest.countryCode,
    confirmed_at: oldest.confirmedAt.toISOString(),
  },
})

function byMinute(ages: readonly AgeCount[]): [number, number][] {
  const counts = new Map<number, number>()
  for (const { ageSeconds: age, cities } of ages) {
    if (age === null) continue
    const minute = Math.floor(age / MINUTE_S)
    counts.set(minute, (counts.get(minute) ?? 0) + cities)
  }
  return [...counts].sort(([one], [other]) => one - other)
}
