import { Type } from 'typebox'
import { MOST_CHARACTERS } from '../../domain/access/audited-fields.ts'
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
      request_id: nullable(
        Type.String({
          description: 'As in the answer’s x-request-id, and in the log; null for a command',
        }),
      ),
      caller: Type.String({
        description:
          'Name of the token; `loopback` or `unprotected` where none was asked for; of a command `cli:` ' +
          'and the user of its machine',
      }),
      token_id: nullable(Type.Integer({ description: 'Null where no token was asked for' })),
      role: oneOf(ROLES),
      address: Type.String({
        description: 'IP address the request came from; of a command the name of its machine',
      }),
      method: Type.String({ description: '`CLI` for a command' }),
      route: Type.String({
        description: 'The pattern of the address, or the words of the command',
      }),
      target: Type.String({
        description: 'The path that was requested, or the words of the command',
      }),
      fields: nullable(
        Type.String({
          description:
            `What the body held, or the command was given, as JSON, cut after ${MOST_CHARACTERS} characters; without secrets, and of ` +
            'addresses the host alone. Null without any',
        }),
      ),
      status: nullable(
        Type.Integer({
          description:
            'Of the answer, or the exit status of a command; null where the process ended before',
        }),
      ),
      ended_at: nullable(Moment),
    }),
  ),
  next_cursor: nullable(Type.String({ description: 'Null on the last page' })),
})
