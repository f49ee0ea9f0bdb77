import { DAY_MS } from '../time/durations.ts'
import { levelOfShare, type QuotaLevel } from './levels.ts'

/** Money of a month: what was spent, and what may be. */
export interface MoneyReport {
  readonly costPerCall: number
  readonly spent: number
  /** Null where there is no budget. */
  readonly budget: number | null
  /** 0 to 1. */
  readonly spentShare: number | null
  readonly level: QuotaLevel
}

export interface MoneyFacts {
  readonly costPerCall: number | null
  readonly monthlyBudget: number | null
  /** Weight since the month began. */
  readonly weight: number
}

/** Null where no call has a price. */
export function moneyReport(facts: MoneyFacts): MoneyReport | null {
  const { costPerCall, monthlyBudget: budget, weight } = facts
  if (costPerCall === null) return null
  const spent = costPerCall * weight
  const spentShare = budget === null ? null : budget > 0 ? spent / budget : spent > 0 ? 1 : 0
  const level = spentShare === null ? 'healthy' : levelOfShare(spentShare)
  return { costPerCall, spent, budget, spentShare, level }
}

/** What the UTC month will have cost at its end, at the pace of a day. */
export function spentAtMonthEnd(
  { spent, costPerCall }: Pick<MoneyReport, 'spent' | 'costPerCall'>,
  weightPerDay: number,
  at: Date,
): number {
  const end = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)
  return spent + costPerCall * weightPerDay * ((end - at.getTime()) / DAY_MS)
}
