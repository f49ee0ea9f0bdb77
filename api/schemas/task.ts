import { Type, type Static } from 'typebox'
import { FAILURE_KINDS } from '../../temporal/failure-chain.ts'
import { TASK_STATUSES } from '../../temporal/task-status.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf, oneOfOrNull } from './types.ts'

export const TaskParams = Type.Object({
  taskId: Type.String({
    minLength: 1,
    maxLength: 300,
    description: 'A task_id as it was given, slashes included',
  }),
})

const Attempt = Type.Object({
  provider: Type.String(),
  products: Type.Array(Type.String()),
  outcome: Type.String(),
  message: Type.Optional(Type.String()),
  retry_after_seconds: Type.Optional(Type.Number()),
})

const Failure = Type.Object({
  kind: oneOf(FAILURE_KINDS),
  type: nullable(Type.String()),
  message: Type.String(),
  attempts: Type.Optional(Type.Array(Attempt, { description: 'Providers that were tried' })),
})

const Progress = Type.Object({
  total: Type.Integer(),
  done: Type.Integer(),
  failed: Type.Integer(),
  skipped: Type.Integer(),
  joined: Type.Integer(),
  waiting: Type.Integer(),
  rate_per_second: Type.Number(),
  eta_seconds: nullable(
    Type.Integer({ description: 'Until no city waits, at this rate; null while there is none' }),
  ),
  fan_out: oneOfOrNull(['city', 'bulk']),
  since: Moment,
})

export const TaskBody = dataBody({
  task_id: Type.String(),
  name: Type.String({ description: 'Workflow type' }),
  status: oneOf(TASK_STATUSES),
  result: Type.Unknown({ description: 'What the run returned; null until it has succeeded' }),
  failure: Type.Array(Failure, { description: 'What went wrong, outermost first' }),
  traceback: nullable(Type.String({ description: 'The same in one line' })),
  progress: nullable(Progress),
  started_at: Moment,
  ended_at: nullable(described(Moment, 'Null while it goes on')),
  closed_at: nullable(described(Moment, 'The same as ended_at, for clients of earlier versions')),
  attempts: nullable(
    Type.Integer({
      description: 'Of the activity under way; null while none is, and after the end',
    }),
  ),
  next_retry_at: nullable(
    described(
      Moment,
      'When an activity that failed is tried again; null while none waits for that',
    ),
  ),
  source: oneOf(
    ['temporal', 'history'],
    'history: Temporal has forgotten the run, or is away, and what was stored of its end answers',
  ),
  web_ui: nullable(
    Type.String({ description: "The run in Temporal's Web UI; null where none is known here" }),
  ),
})

export type TaskBody = Static<typeof TaskBody>

export const StopBody = dataBody({ message: Type.String(), task_id: Type.String() })

export const TerminateRequest = Type.Object(
  {
    reason: Type.String({
      minLength: 1,
      maxLength: 500,
      description: 'Why; shown wherever the run is',
      examples: ['It waits for a host that is gone'],
    }),
  },
  { additionalProperties: false },
)
