import { Type } from 'typebox'
import { ROLES } from '../roles.ts'
import { dataBody } from './data-body.ts'
import { Moment, nullable, oneOf } from './types.ts'

export const AuditQuery = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
    cursor: Type.Optional(
      Type.Integer({ minimum: 1, description: 'next_cursor of the page before' }),
    ),
  },
  { additionalProperties: false },
)

export const AuditPage = dataBody({
  events: Type.Array(
    Type.Object({
      id: Type.Integer(),
      at: Moment,
      request_id: Type.String({ description: 'As in the answer’s x-request-id, and in the log' }),
      caller: Type.String({
        description: 'Name of the token; `loopback` or `unprotected` where none was asked for',
      }),
      token_id: nullable(Type.Integer({ description: 'Null where no token was asked for' })),
      role: oneOf(ROLES),
      address: Type.String({ description: 'IP address the request came from' }),
      method: Type.String(),
      route: Type.String({ description: 'The pattern of the address' }),
      target: Type.String({ description: 'The path that was requested' }),
      status: nullable(
        Type.Integer({ description: 'Of the answer; null where the process ended before it' }),
      ),
      ended_at: nullable(Moment),
    }),
  ),
  next_cursor: nullable(Type.String({ description: 'Null on the last page' })),
})
