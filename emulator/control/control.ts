import type { ProviderName } from '../provider-names.ts'
import { createFaultBook, type FaultBook } from './faults.ts'
import { createSceneBook, type SceneBook } from './scene-book.ts'
import type { SceneName } from '../scenes.ts'
import { createLimitBook, type LimitBook } from './limits.ts'
import type { Fault, Limit } from './schemas.ts'
import { createStatsBook, type ProviderStats, type StatsBook } from './stats.ts'

/** The same levers the `/_control` endpoint has, for code in the same process. */
export interface EmulatorControl {
  readonly setFaults: (faults: Fault[]) => void
  readonly addFault: (fault: Fault) => void
  readonly listFaults: () => Fault[]
  readonly clearFaults: () => void
  readonly setLimits: (limit: Limit) => void
  readonly listLimits: () => Limit[]
  readonly clearLimits: () => void
  readonly setScene: (name: SceneName) => void
  readonly scene: () => SceneName | null
  readonly clearScene: () => void
  readonly stats: () => Record<ProviderName, ProviderStats>
  readonly resetStats: () => void
}

export interface Books {
  readonly faults: FaultBook
  readonly limits: LimitBook
  readonly scenes: SceneBook
  readonly stats: StatsBook
}

export const createBooks = (scene: SceneName | null = null): Books => ({
  faults: createFaultBook(),
  limits: createLimitBook(),
  scenes: createSceneBook(scene),
  stats: createStatsBook(),
})

export const createControl = ({ faults, limits, scenes, stats }: Books): EmulatorControl => ({
  setFaults: faults.set,
  addFault: faults.add,
  listFaults: faults.list,
  clearFaults: faults.clear,
  setLimits: limits.set,
  listLimits: limits.list,
  clearLimits: limits.clear,
  setScene: scenes.set,
  scene: scenes.current,
  clearScene: scenes.clear,
  stats: stats.snapshot,
  resetStats: stats.reset,
})
