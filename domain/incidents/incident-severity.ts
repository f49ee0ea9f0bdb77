import type { IncidentCause } from './incident-cause.ts'
import { INCIDENT_SEVERITIES, type IncidentSeverity } from './incident.ts'

export interface IncidentReach {
  readonly cause: IncidentCause
  /** Cities that it has met so far, and those of them whose conditions no one served. */
  readonly cities: number
  readonly unserved: number
  readonly activeCities: number
  readonly lastedMs: number
}

const HOUR_MS = 3_600_000

/** Of all cities. */
const MAJOR_SHARE = 0.25
const CRITICAL_UNSERVED_SHARE = 0.1

const MAJOR_AFTER_MS = HOUR_MS
const CRITICAL_UNSERVED_AFTER_MS = HOUR_MS

/** How bad it has become: by the share of cities, by whether anybody serves them, by how long it lasts. */
export function severityOf(reach: IncidentReach, before: IncidentSeverity): IncidentSeverity {
  const reached = reachedSeverity(reach)
  const rank = (severity: IncidentSeverity) => INCIDENT_SEVERITIES.indexOf(severity)
  return rank(reached) > rank(before) ? reached : before
}

function reachedSeverity({ cause, cities, unserved, activeCities, lastedMs }: IncidentReach) {
  const shareOf = (some: number) => (activeCities === 0 ? 0 : some / activeCities)
  if (unserved > 0) {
    const isWide = shareOf(unserved) >= CRITICAL_UNSERVED_SHARE
    return isWide || lastedMs >= CRITICAL_UNSERVED_AFTER_MS ? 'critical' : 'major'
  }
  // Others serve as they are meant to, and the provider is well.
  if (cause === 'quota') return 'minor'
  return shareOf(cities) >= MAJOR_SHARE || lastedMs >= MAJOR_AFTER_MS ? 'major' : 'minor'
}
