import { Type, type Static } from 'typebox'
import { RUN_STATUSES } from '../../contracts/job.ts'
import { RUN_KINDS, TRIGGERS } from '../../contracts/job.ts'
import { LISTED_STATUSES } from '../../temporal/task-list.ts'
import { CountryCode } from './city.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf } from './types.ts'

const MAX_CURSOR_LENGTH = 2_000

export const TaskListQuery = Type.Object(
  {
    kind: Type.Optional(oneOf(RUN_KINDS, 'The job')),
    status: Type.Optional(
      oneOf(LISTED_STATUSES, 'STARTED is all that has not ended: a task itself says more'),
    ),
    trigger: Type.Optional(oneOf(TRIGGERS, 'What started it')),
    city: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'A name or a GeoNames id: every refresh of this city, also by a run over many. Without ' +
          'it only what nothing else started',
      }),
    ),
    country: Type.Optional(CountryCode),
    since: Type.Optional(described(Moment, 'Started then or later')),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
    cursor: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: MAX_CURSOR_LENGTH,
        description: 'next_cursor of the page before, with the same filters',
      }),
    ),
  },
  { additionalProperties: false },
)

export type TaskListQuery = Static<typeof TaskListQuery>

const ListedTask = Type.Object({
  task_id: Type.String(),
  name: Type.String({ description: 'Workflow type' }),
  kind: nullable(Type.String()),
  status: oneOf(LISTED_STATUSES),
  outcome: nullable(
    Type.String({
      description: `How the run says that it ended: ${RUN_STATUSES.join(', ')}; null while it goes, or where it has not said`,
    }),
  ),
  trigger: nullable(Type.String()),
  city_id: nullable(Type.Integer({ description: 'Of the refresh of one city' })),
  started_at: Moment,
  ended_at: nullable(Moment),
  web_ui: nullable(Type.String()),
})

export const TaskListBody = dataBody({
  tasks: Type.Array(ListedTask, {
    description: 'What is under way first, then what ended last; seen a second late',
  }),
  next_cursor: nullable(Type.String({ description: 'Null on the last page' })),
})

export type TaskListBody = Static<typeof TaskListBody>
