import type { ProviderName } from '../provider-names.ts'
import { type FaultBook, createFaultBook } from './faults.ts'
import { type LimitBook, createLimitBook } from './limits.ts'
import type { Fault, Limit } from './schemas.ts'
import { type ProviderStats, type StatsBook, createStatsBook } from './stats.ts'

/** The same levers the `/_control` endpoint has, for whoever shares the process. */
export interface EmulatorControl {
  setFaults: (faults: Fault[]) => void
  addFault: (fault: Fault) => void
  listFaults: () => Fault[]
  clearFaults: () => void
  setLimits: (limit: Limit) => void
  listLimits: () => Limit[]
  clearLimits: () => void
  stats: () => Record<ProviderName, ProviderStats>
  resetStats: () => void
}

export interface Books {
  faults: FaultBook
  limits: LimitBook
  stats: StatsBook
}

export const createBooks = (): Books => ({
  faults: createFaultBook(),
  limits: createLimitBook(),
  stats: createStatsBook(),
})

export const createControl = ({ faults, limits, stats }: Books): EmulatorControl => ({
  setFaults: faults.set,
  addFault: faults.add,
  listFaults: faults.list,
  clearFaults: faults.clear,
  setLimits: limits.set,
  listLimits: limits.list,
  clearLimits: limits.clear,
  stats: stats.snapshot,
  resetStats: stats.reset,
})
