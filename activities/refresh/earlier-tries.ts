import { activityInfo } from '@temporalio/activity'
import type { RefreshCityInput } from '../../contracts/refresh.ts'
import { outcomesOfRun, type StoredOutcome } from '../../db/queries/outcomes.ts'
import type { RefreshDeps } from './deps.ts'

/** A worker that died right after it stored leaves little to repeat. */
export async function storedByEarlierTries(
  { db }: Pick<RefreshDeps, 'db'>,
  runId: string,
  { city }: RefreshCityInput,
): Promise<StoredOutcome | undefined> {
  if (activityInfo().attempt === 1) return undefined
  const [stored] = await outcomesOfRun(db, runId, [city.id])
  return stored
}
