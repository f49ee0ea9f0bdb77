import type { Database } from '../../db/database.ts'
import { lastCompletedAt } from '../../db/queries/run-summaries.ts'
import type { WeatherClient } from '../../temporal/client.ts'

const SCHEDULE = 'generate-weather-analytics'

/** Of a new installation: the schedule's first run may be hours away. */
export const areAnalyticsMissing = async (db: Database): Promise<boolean> =>
  (await lastCompletedAt(db, 'generateWeatherAnalytics')) === null

/** After the first refresh, so that there is something to add up. */
export async function startFirstAnalytics(client: WeatherClient): Promise<void> {
  await client.schedules.trigger(SCHEDULE)
}
