import { log } from '@temporalio/activity'
import type { Database } from '../db/database.ts'
import { evaluateAlerts } from '../db/queries/evaluate-alerts.ts'
import { measureFreshness, type Measuring } from '../db/queries/measure-freshness.ts'
import { readProviderSetups } from '../db/queries/provider-controls.ts'
import type { InstalledProvider } from '../domain/provider/provider-setup.ts'

export interface AlertJudgeDeps {
  readonly db: Database
  /** What the settings say of every provider. */
  readonly installed: readonly InstalledProvider[]
  readonly measuring: Measuring
}

/** Measures how the objectives are kept; then raises, escalates and resolves alerts. */
export type JudgeAlerts = (at: Date) => Promise<void>

export const createAlertJudge =
  ({ db, installed, measuring }: AlertJudgeDeps): JudgeAlerts =>
  async (at) => {
    await measureFreshness(db, measuring, at)
    const setups = await readProviderSetups(db, installed)
    const { counts } = await evaluateAlerts(db, setups, at)
    if (counts.raised > 0 || counts.escalated > 0) log.warn('alerts raised', { ...counts })
  }
