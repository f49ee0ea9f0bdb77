import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/durations.ts'

/** Spans that attainment is looked at over, each ending now. */
export const OBJECTIVE_SPANS_MS = {
  half_hour: 30 * MINUTE_MS,
  hour: HOUR_MS,
  six_hours: 6 * HOUR_MS,
  day: DAY_MS,
  month: 30 * DAY_MS,
} as const

export type ObjectiveSpan = keyof typeof OBJECTIVE_SPANS_MS

export const OBJECTIVE_SPANS = Object.keys(OBJECTIVE_SPANS_MS) as ObjectiveSpan[]

/** Time of cities, added up. */
export interface CityTime {
  readonly citySeconds: number
  /** Of these, those with values older than the objective has it. */
  readonly lateCitySeconds: number
}

/** 0 to 1; null where nothing was measured. */
export const attainment = ({ citySeconds, lateCitySeconds }: CityTime): number | null =>
  citySeconds === 0 ? null : 1 - lateCitySeconds / citySeconds

/**
 * How many times as fast as the target allows the error budget is spent: at 1 it lasts exactly as
 * long as the objective's period (Google, The Site Reliability Workbook, chapter 5). Null where
 * nothing was measured.
 */
export const burnRate = (
  { citySeconds, lateCitySeconds }: CityTime,
  targetPercent: number,
): number | null =>
  citySeconds === 0 ? null : (100 * lateCitySeconds) / (citySeconds * (100 - targetPercent))

/** What is left of the error budget of the span: 1 for all, below 0 where the objective is missed. */
export function budgetLeft(time: CityTime, targetPercent: number): number | null {
  const rate = burnRate(time, targetPercent)
  return rate === null ? null : 1 - rate
}
