import type { Database } from '../../db/database.ts'
import { isDataFault, isPassingFault } from '../../db/queries/faults.ts'
import { saveRefreshes } from '../../db/queries/save-refreshes.ts'
import type { CityRefresh } from '../../db/queries/city-refresh.ts'
import type { Attempt } from '../../domain/provider/attempt.ts'
import { refusedOf } from '../../domain/provider/city-attempts.ts'
import type { CityOutcome } from '../../domain/provider/outcome.ts'
import type { Served } from '../../domain/provider/provider-chain-port.ts'
import type { RefreshDeps } from './deps.ts'
import { storableOf } from './storable-part.ts'
import { createBatchWriter } from './batch-writer.ts'

/** A refresh to be stored. */
export interface RefreshToWrite extends CityRefresh {
  /** Whether the run asks again for what of it cannot be stored: then that is not the city's end. */
  readonly asksAgainFor?: (refused: readonly Attempt[], outcome: CityOutcome) => boolean
}

/** Resolves when it is stored, to what of it could be. */
export type Store = (refresh: RefreshToWrite, signal: AbortSignal) => Promise<CityRefresh>

/** A database that is away for a minute costs no answer that was paid for. */
const MAX_RETRY_MS = 90_000

/** Stores a refresh together with those that end at the same time. */
export const createRefreshWriter = ({
  db,
  shareLatest,
}: Pick<RefreshDeps, 'db' | 'shareLatest'>): Store =>
  createBatchWriter<RefreshToWrite, CityRefresh>(
    async (refreshes) => {
      const stored = await storePage(db, refreshes)
      await shareLatest(refreshes.map(({ cityId }) => cityId))
      return stored
    },
    { maxItems: 250, lingerMs: 5, isPassing: isPassingFault, maxRetryMs: MAX_RETRY_MS },
  )

/** A page that holds something unstorable is halved down to that city. */
async function storePage(
  db: Database,
  refreshes: readonly RefreshToWrite[],
): Promise<readonly CityRefresh[]> {
  try {
    await saveRefreshes(db, refreshes)
    return refreshes
  } catch (error) {
    if (!isDataFault(error)) throw error
    const [first] = refreshes
    if (first && refreshes.length === 1) return [await storeAlone(db, first)]
    const middle = Math.ceil(refreshes.length / 2)
    const halves = [refreshes.slice(0, middle), refreshes.slice(middle)]
    const stored: CityRefresh[] = []
    for (const half of halves) stored.push(...(await storePage(db, half)))
    return stored
  }
}

async function storeAlone(db: Database, refresh: RefreshToWrite): Promise<CityRefresh> {
  const kept = await storableOf(db, refresh)
  const asksAgain =
    kept.asksAgain === true || refresh.asksAgainFor?.(refusedOf(refresh, kept), kept.outcome)
  const storable = { ...kept, asksAgain: asksAgain ?? false }
  try {
    await saveRefreshes(db, [storable])
  } catch (error) {
    // Not even its failure has a row to stand in where the city has been removed meanwhile.
    if (!isDataFault(error)) throw error
  }
  return storable
}

export const refreshOf = (
  served: Served,
  runId: string,
  at: Date,
  asksAgain = false,
): CityRefresh => ({ ...served, runId, at, asksAgain })
