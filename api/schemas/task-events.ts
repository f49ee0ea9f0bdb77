import { Type } from 'typebox'
import { EVENT_ID_PATTERN } from '../background/run-events.ts'

export const EventHeaders = Type.Object({
  'last-event-id': Type.Optional(
    Type.String({
      pattern: EVENT_ID_PATTERN,
      description: 'The id of the last event that was read: what is older is not sent again',
    }),
  ),
})

export const EventStreamAnswer = {
  description: 'Server-sent events: `progress` once a second and `result`, with a task each',
  content: { 'text/event-stream': { schema: Type.String() } },
}
