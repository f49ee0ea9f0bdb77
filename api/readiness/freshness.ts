import { lateCityCounts, type LateCityCounts } from '../../db/queries/late-city-counts.ts'
import { pausedSchedules } from '../../db/queries/schedule-pauses.ts'
import { MINUTE_MS } from '../../domain/time/durations.ts'
import type { ApiDeps } from '../deps.ts'
import { failing, OK, skipped, within, type Finding } from './finding.ts'
import { NO_DATABASE } from './database.ts'

const TIMEOUT_MS = 5_000

/** From this share of late cities on it is no longer a few bad places or a provider of some. */
const LATE_SHARE = 0.5

/** A city is late beyond twice the age it may have, twice the pause between runs, and twice what is planned. */
const LATE_AFTER_AGES = 2

const SCHEDULE = 'refresh-all-cities'

/** Whether refreshes reach the cities, be the cause providers, quota, workers or Temporal. */
export async function findFreshness({
  db,
  now,
  log,
  settings,
}: Pick<ApiDeps, 'db' | 'now' | 'log' | 'settings'>): Promise<Finding> {
  const { maxAgeSeconds, refreshEverySeconds } = settings
  const lateAfterMs =
    LATE_AFTER_AGES * Math.max(maxAgeSeconds.conditions, refreshEverySeconds) * 1000
  const at = now()
  const cutoff = new Date(at.getTime() - lateAfterMs)
  try {
    const asked = Promise.all([lateCityCounts(db, { at, cutoff }), pausedSchedules(db)])
    const [found, paused] = await within(TIMEOUT_MS, asked)
    if (paused.has(SCHEDULE)) return skipped(`${SCHEDULE} is paused`)
    return judge(found, cutoff, lateAfterMs / MINUTE_MS)
  } catch (error) {
    log.warn({ err: error }, 'whether cities are late cannot be read')
    return NO_DATABASE
  }
}

function judge(
  { active, tried, late, isPlanned, installedAt }: LateCityCounts,
  cutoff: Date,
  lateAfterMinutes: number,
): Finding {
  if (active === 0) return skipped('there are no active cities')
  if (tried === 0) {
    const isNew = installedAt === null || installedAt >= cutoff
    return isNew
      ? skipped('the first refresh has not ended')
      : failing(`no city was ever refreshed: see whether ${SCHEDULE} is there and runs`)
  }
  if (late < LATE_SHARE * tried) return OK
  const old = isPlanned ? 'twice what is planned for them' : `${lateAfterMinutes} min`
  return failing(
    `${late} of ${tried} cities are older than ${old}: see in the last runs of ${SCHEDULE} why`,
  )
}
