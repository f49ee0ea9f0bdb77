import type { TierOf } from '../plan/promised-tier.ts'
import { tierOf, tierText } from '../plan/tier-text.ts'

/** A service level objective: of the time of these cities, so much with conditions no older. */
export type FreshnessObjective = TierOf & {
  readonly minutes: number
  /** Above 0, below 100. */
  readonly targetPercent: number
}

export const OBJECTIVE_PATTERN =
  '(top:[1-9]\\d{0,5}|population:\\d{1,9}|all)=[1-9]\\d{0,4}@[1-9]\\d?(\\.\\d)?'

const PARTS = /^([^=]+)=([^@]+)@(.+)$/

/** `top:20=20@95`: the 20 most requested cities, no older than 20 minutes for 95 % of their time. */
export const objectiveText = (objective: FreshnessObjective): string =>
  `${tierText(objective)}=${objective.minutes}@${objective.targetPercent}`

/** Of a text that `OBJECTIVE_PATTERN` has let through. */
export function objectiveOf(text: string): FreshnessObjective {
  const [, tier = '', minutes, target] = PARTS.exec(text) ?? []
  return { ...tierOf(tier), minutes: Number(minutes), targetPercent: Number(target) }
}

/** `the 20 most requested cities no older than 20 minutes`. */
export function objectiveSentence(objective: FreshnessObjective): string {
  const { minutes } = objective
  return `${citiesOf(objective)} no older than ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}

function citiesOf(tier: TierOf): string {
  if (tier.kind === 'top') return `the ${tier.count} most requested cities`
  if (tier.kind === 'population') return `cities of ${tier.atLeast} people and more`
  return 'all cities'
}
