import { log } from '@temporalio/activity'
import type { CheckValuesActivities } from '../../contracts/refresh-activities.ts'
import type { ValuesChecked } from '../../contracts/refresh-results.ts'
import type { RefreshContext } from '../../contracts/refresh.ts'
import { endUnconfirmed, servedBy } from '../../db/queries/second-opinions.ts'
import { flagValues, markServed } from '../../db/queries/value-flags.ts'
import { withHeartbeat } from '../heartbeat.ts'
import type { RefreshDeps } from './deps.ts'
import { takeSecondOpinions, type OpinionDeps } from './second-opinions.ts'

export type CheckDeps = OpinionDeps & Pick<RefreshDeps, 'shareLatest'>

export const createCheckValuesActivities = (deps: CheckDeps): CheckValuesActivities => ({
  checkValues: ({ context }) => withHeartbeat((signal) => checkValues(deps, context, signal)),
})

/** Flags what can hardly be of what a run served, asks others about some of it, and marks both. */
async function checkValues(
  deps: CheckDeps,
  context: RefreshContext,
  signal: AbortSignal,
): Promise<ValuesChecked> {
  const { db, now } = deps
  const { runId, startedAtMs } = context
  await endUnconfirmed(db, now())
  const cityIds = await servedBy(db, { runId, since: new Date(startedAtMs) })
  const flags = await flagValues(db, cityIds, now())
  const opinions = await takeSecondOpinions(deps, context, signal)
  const marked = await markServed(db, cityIds)
  if (marked.length > 0) await deps.shareLatest(marked)
  const checked = { flagged: new Set(flags.map(({ cityId }) => cityId)).size, ...opinions }
  log.info('values checked', { refreshRunId: runId, cities: cityIds.length, ...checked })
  return checked
}
