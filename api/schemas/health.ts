import { Type, type Static } from 'typebox'
import { TASK_QUEUE_NAMES } from '../../contracts/task-queues.ts'
import { oneOf } from './nullable.ts'

export const LiveBody = Type.Object({ status: oneOf(['ok']) })

export const ReadyBody = Type.Object({
  status: oneOf(['ready', 'not_ready']),
  missing: Type.Array(oneOf(['database', 'temporal', 'workers'])),
  queues_without_worker: Type.Array(oneOf(TASK_QUEUE_NAMES), {
    description: 'Their jobs wait. The API is ready without them, except for weather_refresh.',
  }),
})

export type ReadyBody = Static<typeof ReadyBody>
