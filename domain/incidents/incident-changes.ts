import type { CityId } from '../city/city.ts'
import type { ProviderId } from '../provider/provider-catalogue.ts'
import type { Product } from '../weather/product.ts'
import {
  NOT_ASKED_MS,
  QUIET_MS,
  type AffectedCity,
  type IncidentEnd,
  type KindCounts,
  type OpenIncident,
  type Server,
  type ServerCounts,
} from './incident.ts'
import { causeOf, isConsequence, type IncidentCause } from './incident-cause.ts'
import type { NotServed, ProviderEvidence } from './incident-evidence.ts'

/** What a page adds to an incident, or begins it with. */
export interface IncidentFailure {
  readonly provider: ProviderId
  readonly cause: IncidentCause
  readonly endpoints: readonly Product[]
  readonly firstAt: Date
  readonly lastAt: Date
  readonly kinds: KindCounts
  readonly servedBy: ServerCounts
  /** What the first of them said. */
  readonly message: string | undefined
  readonly runIds: readonly string[]
  readonly cities: readonly AffectedCity[]
}

export interface IncidentChanges {
  readonly opened: readonly IncidentFailure[]
  readonly failedAgain: readonly {
    readonly incident: OpenIncident
    readonly failure: IncidentFailure
  }[]
  readonly recovered: readonly { readonly incident: OpenIncident; readonly at: Date }[]
}

/** What a page of refreshes changes about the incidents that are not closed. */
export function incidentChanges(
  evidence: readonly ProviderEvidence[],
  open: readonly OpenIncident[],
): IncidentChanges {
  const failures = evidence.flatMap((one) => failuresOf(one, open))
  const incidentOf = ({ provider, cause }: Pick<IncidentFailure, 'provider' | 'cause'>) =>
    open.find((one) => one.provider === provider && one.cause === cause)
  const failing = new Set(failures.map((one) => incidentOf(one)?.id))
  return {
    opened: failures.filter((one) => incidentOf(one) === undefined),
    failedAgain: failures.flatMap((failure) => {
      const incident = incidentOf(failure)
      return incident ? [{ incident, failure }] : []
    }),
    recovered: open.flatMap((incident) => {
      // Both in one page: it does not serve all again.
      if (incident.status !== 'open' || failing.has(incident.id)) return []
      const at = servedAgainAt(incident, evidence)
      return at ? [{ incident, at }] : []
    }),
  }
}

function servedAgainAt(incident: OpenIncident, evidence: readonly ProviderEvidence[]) {
  const served = evidence.find(({ provider }) => provider === incident.provider)?.served
  const moments = incident.endpoints.flatMap((product) => served?.get(product) ?? [])
  const later = moments.filter((at) => at > incident.lastFailureAt)
  return later.length > 0 ? new Date(Math.min(...later.map(Number))) : undefined
}

function failuresOf(
  { provider, notServed }: ProviderEvidence,
  open: readonly OpenIncident[],
): IncidentFailure[] {
  const behind = causeBehind(provider, notServed, open)
  const byCause = new Map<IncidentCause, NotServed[]>()
  for (const one of notServed) {
    const cause = (isConsequence(one.kind) ? behind : undefined) ?? causeOf(one.kind)
    if (cause === undefined) continue
    byCause.set(cause, [...(byCause.get(cause) ?? []), one])
  }
  return [...byCause].map(([cause, some]) => failureOfAll(provider, cause, some))
}

/** The cause of what was not sent: that of the requests that were, else of the newest open incident. */
function causeBehind(
  provider: ProviderId,
  notServed: readonly NotServed[],
  open: readonly OpenIncident[],
): IncidentCause | undefined {
  const direct = notServed.find(({ kind }) => !isConsequence(kind) && causeOf(kind) !== 'quota')
  if (direct) return causeOf(direct.kind)
  return open
    .filter((one) => one.provider === provider && one.cause !== 'quota')
    .sort((one, other) => Number(other.lastFailureAt) - Number(one.lastFailureAt))[0]?.cause
}

function failureOfAll(
  provider: ProviderId,
  cause: IncidentCause,
  some: readonly NotServed[],
): IncidentFailure {
  const moments = some.map(({ at }) => Number(at))
  const cities = new Map<CityId, AffectedCity>()
  for (const one of some) cities.set(one.cityId, both(cities.get(one.cityId), one))
  return {
    provider,
    cause,
    endpoints: [...new Set(some.flatMap(({ products }) => products))],
    firstAt: new Date(Math.min(...moments)),
    lastAt: new Date(Math.max(...moments)),
    kinds: counted(some.map(({ kind }) => kind)),
    servedBy: counted([...cities.values()].map(({ servedBy }): Server => servedBy ?? 'none')),
    message: some.find(({ message }) => message !== undefined)?.message,
    runIds: [...new Set(some.map(({ runId }) => runId))],
    cities: [...cities.values()],
  }
}

/** A city may be there for several products. */
const both = (known: AffectedCity | undefined, more: AffectedCity): AffectedCity => ({
  cityId: more.cityId,
  servedBy: known?.servedBy ?? more.servedBy,
  isUnserved: known?.isUnserved === true || more.isUnserved,
})

function counted<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

export interface ClosedIncident {
  readonly incident: OpenIncident
  readonly endedAt: Date
  readonly end: IncidentEnd
}

/** The incidents that are over: served again for the quiet time, or asked of no one for a day. */
export const overIncidents = (open: readonly OpenIncident[], now: Date): ClosedIncident[] =>
  open.flatMap((incident): ClosedIncident[] => {
    const { recoveredAt, lastFailureAt } = incident
    if (recoveredAt) {
      const isQuiet = Number(now) - Number(recoveredAt) >= QUIET_MS
      return isQuiet ? [{ incident, endedAt: recoveredAt, end: 'served-again' }] : []
    }
    const isLeft = Number(now) - Number(lastFailureAt) >= NOT_ASKED_MS
    return isLeft ? [{ incident, endedAt: lastFailureAt, end: 'not-asked' }] : []
  })
