import { saveRefreshes, type CityRefresh } from '../db/queries/refreshes.ts'
import type { Served } from '../domain/provider-chain.ts'
import type { RefreshDeps } from './refresh-deps.ts'
import { writeTogether } from './write-together.ts'

export type Store = (refresh: CityRefresh) => Promise<void>

/** Stores a refresh together with those that end at the same time; resolves when it is stored. */
export const createStore = ({ db, shareLatest }: Pick<RefreshDeps, 'db' | 'shareLatest'>): Store =>
  writeTogether<CityRefresh>(
    async (refreshes) => {
      await saveRefreshes(db, refreshes)
      await shareLatest(refreshes.map(({ cityId }) => cityId))
    },
    { mostItems: 250, lingerMs: 5 },
  )

export const refreshOf = (served: Served, runId: string, at: Date): CityRefresh => ({
  cityId: served.cityId,
  runId,
  at,
  outcome: served.outcome,
  provider: served.provider,
  reading: served.reading,
  unchanged: served.unchanged,
  attempts: served.attempts,
  memories: served.memories,
})
