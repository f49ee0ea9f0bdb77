import { numberText, untilText } from './format.ts'

/** What a window of a provider has used, as the API tells of it. */
export interface Budget {
  readonly window: string
  readonly used: number
  readonly limit: number | null
  readonly used_share: number
  readonly exhausted_at: string | null
  readonly resets_at: string
}

/** Money as the API tells of it; null throughout where no call has a price. */
export interface Cost {
  readonly cost_per_request: number | null
  readonly money: number | null
  readonly projected_money: number | null
  readonly monthly_budget: number | null
}

const CENTS = 2
/** Of less than one, so that a call has a price at all. */
const PARTS = 4

/** The currency is that of the plan with the provider. */
export const moneyText = (money: number | null): string =>
  numberText(money, (money ?? 0) < 1 ? PARTS : CENTS)

/** `12.40 of 50.00 spent, about 31.20 by the month's end`; null where no call has a price. */
export function spentText({ money, projected_money: end, monthly_budget: most }: Cost) {
  if (money === null) return null
  const of = most === null ? '' : ` of ${moneyText(most)}`
  return `${moneyText(money)}${of} spent, about ${moneyText(end)} by the month's end`
}

export const usedText = (budget: Budget | undefined): string =>
  budget
    ? `${numberText(budget.used)} of ${numberText(budget.limit)} calls this ${budget.window}`
    : 'no daily limit'

/** What is full stays so until its reset, also where it runs out at this very moment. */
export function lastsText(budget: Budget, nowMs: number): string {
  const reset = untilText(budget.resets_at, nowMs)
  if (budget.used_share >= 1) return `used up, reset ${reset}`
  return budget.exhausted_at === null
    ? `until it is reset ${reset}`
    : `runs out ${untilText(budget.exhausted_at, nowMs)}`
}
