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
