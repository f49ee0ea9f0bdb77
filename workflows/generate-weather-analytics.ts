import type { AnalyticsInput, AnalyticsResult } from '../contracts/analytics.ts'

export function generateWeatherAnalytics(_input: AnalyticsInput): Promise<AnalyticsResult> {
  throw new Error('to be written')
}
