import { roundToTenths } from '../analytics/rounding.ts'

export const SYSTEM_GRADES = ['Excellent', 'Good', 'Warning', 'Critical'] as const

export type SystemGrade = (typeof SYSTEM_GRADES)[number]

/** From which score on each grade but the last is given. */
const MIN_SCORES = [95, 80, 60]

/** Weather is what it is all for; providers can be away for a while without harm to it. */
const WEIGHTS = { freshness: 0.5, providers: 0.3, parts: 0.2 } as const

/** 0 to 100 each; null where that is not known. */
export type SystemScores = Readonly<Record<keyof typeof WEIGHTS, number | null>>

/** The weighted mean of what is known, in tenths; null where nothing is. */
export function systemScore(scores: SystemScores): number | null {
  const known = (Object.keys(WEIGHTS) as (keyof SystemScores)[]).flatMap((part) => {
    const score = scores[part]
    return score === null ? [] : [{ score, weight: WEIGHTS[part] }]
  })
  const weight = known.reduce((sum, one) => sum + one.weight, 0)
  if (weight === 0) return null
  return roundToTenths(known.reduce((sum, one) => sum + one.score * one.weight, 0) / weight)
}

export function systemGrade(score: number | null): SystemGrade | null {
  if (score === null) return null
  const reached = MIN_SCORES.findIndex((least) => score >= least)
  return SYSTEM_GRADES[reached] ?? 'Critical'
}

/** Share of those that hold, 0 to 100; null without any. */
export const shareScore = (all: readonly boolean[]): number | null =>
  all.length === 0 ? null : roundToTenths((100 * all.filter(Boolean).length) / all.length)
