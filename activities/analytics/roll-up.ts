import { activityInfo, heartbeat } from '@temporalio/activity'
import type { AnalyticsPass } from '../../contracts/analytics.ts'
import type { Database } from '../../db/database.ts'
import { cityPage } from '../../db/queries/city-pages.ts'
import {
  oldestConditionsAt,
  rolledUpTo,
  rollUpHours,
  saveRolledUpTo,
} from '../../db/queries/rollups.ts'
import { ROLLUP_LATENESS_MS } from '../../domain/analytics/rollup-lateness.ts'
import type { CityId } from '../../domain/city/city.ts'
import { HOUR_MS } from '../../domain/time/durations.ts'
import { startOfHour } from '../../domain/time/hours.ts'
import type { AnalyticsDeps } from './deps.ts'
import { isPastDeadline } from './deadline.ts'

/** Hours of one statement, times the cities of a page. */
const CHUNK_MS = 12 * HOUR_MS

interface Progress {
  /** Hours before it are done for every city. */
  readonly fromMs: number
  /** From there on, they are for cities up to this one. */
  readonly afterCityId: CityId
  readonly hoursRolledUp: number
}

export interface RolledUp {
  readonly hoursRolledUp: number
  readonly isWhole: boolean
}

export function createRollUpActivities({ db, now }: Pick<AnalyticsDeps, 'db' | 'now'>) {
  return {
    /** Adds conditions up by hour, from where the last run left off; older rows are never read. */
    async rollUpConditions(input: AnalyticsPass): Promise<RolledUp> {
      let progress =
        (activityInfo().heartbeatDetails as Progress | undefined) ?? (await start(db, input))
      while (progress.fromMs <= input.atMs) {
        if (isPastDeadline(input, now)) {
          return { hoursRolledUp: progress.hoursRolledUp, isWhole: false }
        }
        progress = await nextPage(db, input, progress)
        heartbeat(progress)
      }
      return { hoursRolledUp: progress.hoursRolledUp, isWhole: true }
    },
  }
}

async function start(db: Database, { atMs }: AnalyticsPass): Promise<Progress> {
  const upTo = await rolledUpTo(db)
  const oldest = upTo ?? (await oldestConditionsAt(db))
  const latenessMs = upTo ? ROLLUP_LATENESS_MS : HOUR_MS
  const fromMs = oldest ? startOfHour(new Date(oldest.getTime() - latenessMs)).getTime() : atMs + 1
  return { fromMs, afterCityId: 0, hoursRolledUp: 0 }
}

async function nextPage(
  db: Database,
  { atMs, citiesPerPage }: AnalyticsPass,
  { fromMs, afterCityId, hoursRolledUp }: Progress,
): Promise<Progress> {
  const toMs = fromMs + CHUNK_MS
  const page = await cityPage(db, afterCityId, citiesPerPage)
  if (!page) {
    await saveRolledUpTo(db, new Date(Math.min(toMs, atMs)))
    return { fromMs: toMs, afterCityId: 0, hoursRolledUp }
  }
  const range = { from: new Date(fromMs), to: new Date(toMs) }
  const changed = await rollUpHours(db, range, page)
  return { fromMs, afterCityId: page.last, hoursRolledUp: hoursRolledUp + changed }
}
