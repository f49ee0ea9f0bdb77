import { randomUUID } from 'node:crypto'
import { SINGLE_RUN_LIMITS } from '../../../contracts/run-limits.ts'
import { scheduleDefinitions } from '../../../contracts/schedules.ts'
import { TASK_QUEUES } from '../../../contracts/task-queues.ts'
import type { WarmCacheInput } from '../../../contracts/warm-cache.ts'
import type { Database } from '../../../db/database.ts'
import { saveReads } from '../../../db/queries/city-reads.ts'
import type { CityId } from '../../../domain/city/city.ts'
import type { warmCacheForPopularCities } from '../../../workflows/index.ts'
import { refreshInput, type RefreshStack } from '../refresh/refresh-stack.ts'
import { SCHEDULE_SETTINGS } from '../data/schedule-settings.ts'

/** What the schedule starts the job with, but a city is not tried again for long. */
function warmInput(overrides: Partial<WarmCacheInput>): WarmCacheInput {
  const schedule = scheduleDefinitions(SCHEDULE_SETTINGS).find(({ kind }) => kind === 'warm')
  const input = schedule?.args[0] as WarmCacheInput
  const { timings } = refreshInput()
  return { ...input, trigger: 'cli', timings, limits: SINGLE_RUN_LIMITS, ...overrides }
}

export const startWarming = (
  { client }: Pick<RefreshStack, 'client'>,
  overrides: Partial<WarmCacheInput> = {},
) =>
  client.workflow.start<typeof warmCacheForPopularCities>('warmCacheForPopularCities', {
    taskQueue: TASK_QUEUES.cacheWarming,
    workflowId: `warm-cache-for-popular-cities/${randomUUID()}`,
    args: [warmInput(overrides)],
  })

/** As if the cities had been read at the API: the first the most. */
export const readCities = (db: Database, cityIds: readonly CityId[]): Promise<void> => {
  const reads = new Map(cityIds.map((id, index) => [id, 1000 - index]))
  return saveReads(db, reads, new Date(), 24)
}
