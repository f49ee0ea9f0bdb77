import { HOUR_MS } from '../time/durations.ts'

/** Half-lives after which a score counts as zero; a larger exponent would underflow. */
export const MAX_HALF_LIVES = 1000

/** How requested something is: the sum of its reads, each worth half as much after a half-life. */
export interface Score {
  readonly score: number
  readonly scoredAt: Date
}

/** The score as of `at`; one scored by a clock ahead of ours has not decayed yet. */
export function decayed({ score, scoredAt }: Score, at: Date, halfLifeHours: number): number {
  const ageHours = Math.max(0, at.getTime() - scoredAt.getTime()) / HOUR_MS
  return score * 2 ** -Math.min(MAX_HALF_LIVES, ageHours / halfLifeHours)
}

export function afterReads(
  before: Score | undefined,
  reads: number,
  at: Date,
  halfLifeHours: number,
): Score {
  if (!before) return { score: reads, scoredAt: at }
  return {
    score: decayed(before, at, halfLifeHours) + reads,
    scoredAt: at > before.scoredAt ? at : before.scoredAt,
  }
}
