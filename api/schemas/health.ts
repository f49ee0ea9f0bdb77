import { Type, type Static } from 'typebox'
import { TASK_QUEUE_NAMES } from '../../contracts/task-queues.ts'
import { CHECK_STATUSES } from '../readiness/finding.ts'
import { CHECK_NAMES } from '../readiness/readiness.ts'
import { nullable, oneOf } from './types.ts'

export const LiveBody = Type.Object({ status: oneOf(['ok']) })

const CheckBody = Type.Object({
  name: oneOf(CHECK_NAMES),
  status: oneOf(
    CHECK_STATUSES,
    'degraded: slower, but ready; skipped: what it depends on does not answer, or there is nothing to judge',
  ),
  reason: nullable(Type.String({ description: 'Null where all is well' })),
})

export const ReadyBody = Type.Object({
  status: oneOf(['ready', 'not_ready']),
  missing: Type.Optional(Type.Array(oneOf(CHECK_NAMES), { description: 'Checks that fail' })),
  checks: Type.Optional(Type.Array(CheckBody)),
  queues_without_worker: Type.Optional(
    Type.Array(oneOf(TASK_QUEUE_NAMES), {
      description: 'Their jobs wait. The API is ready without them, except for weather_refresh.',
    }),
  ),
})

export type ReadyBody = Static<typeof ReadyBody>
