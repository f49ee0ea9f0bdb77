import { Type } from 'typebox'
import { TASK_QUEUE_NAMES } from '../../contracts/task-queues.ts'
import { dataBody } from './data-body.ts'
import { Moment, nullable, oneOf } from './types.ts'

const QueueBody = Type.Object({
  queue: oneOf(TASK_QUEUE_NAMES),
  workers: Type.Array(Type.String(), {
    description: 'Processes that took tasks of it in the last 90 s, by the names they give',
  }),
  waiting: Type.Integer({ description: 'Steps that wait for a worker, as Temporal estimates' }),
  oldest_wait_seconds: nullable(Type.Integer({ description: 'Null where none waits' })),
})

export const QueuesBody = dataBody({ queues: Type.Array(QueueBody), timestamp: Moment })
