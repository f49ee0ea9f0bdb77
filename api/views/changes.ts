import type { Look } from '../background/changes.ts'
import type { Dashboard } from '../readers/dashboard.ts'
import { freshnessBody } from './verdict.ts'

/** A mark of everything whose change is sent; what only grows older is none. */
export const lookOf = ({ work, weather, providers, incidents }: Dashboard): Look => ({
  freshness: freshnessBody(weather),
  marks: {
    cities: String(weather.totals.activeCities),
    schedules: JSON.stringify(
      work?.schedules.map(({ id, paused, note, running, recentRuns: [last] }) => [
        id,
        paused,
        note,
        running,
        last?.taskId,
        last?.status,
      ]) ?? null,
    ),
    providers: JSON.stringify(
      providers.map(({ provider, isUsable, key }) => [provider, isUsable, key]),
    ),
    incidents: JSON.stringify(
      incidents.map(({ id, status, severity, cities }) => [id, status, severity, cities]),
    ),
    health: JSON.stringify(work?.unserved ?? null),
  },
})
