import { describe, expect, it } from 'vitest'
import { REFRESH_SHAPE } from '../contracts/refresh-shape.ts'
import { TASK_QUEUE_NAMES } from '../contracts/task-queues.ts'
import { optionsOf } from './worker-options.ts'

const slots = (queue: (typeof TASK_QUEUE_NAMES)[number], concurrency?: number): number =>
  optionsOf(queue, concurrency).maxConcurrentActivityTaskExecutions

describe('the slots of a queue', () => {
  it('leave room for a person beside the shards of a run in bulk', () => {
    expect(slots('weather_refresh', 1)).toBeGreaterThan(REFRESH_SHAPE.shardsInFlight)
    expect(slots('weather_refresh', 40) - slots('weather_refresh', 4)).toBe(36)
  })

  it.each(TASK_QUEUE_NAMES.filter((queue) => queue !== 'weather_refresh'))(
    'of %s follow the setting, up to what the database connections can serve',
    (queue) => {
      expect(slots(queue, 2)).toBe(2)
      expect(slots(queue, 100)).toBe(4)
      expect(slots(queue)).toBeLessThanOrEqual(2)
    },
  )
})
