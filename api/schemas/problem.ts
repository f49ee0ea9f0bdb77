import { Type } from 'typebox'
import { PROBLEM_KINDS } from '../problem-kinds.ts'
import { oneOf } from './types.ts'

export const ProblemBody = Type.Object(
  {
    type: Type.String({ format: 'uri' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    instance: Type.Optional(
      Type.String({ description: 'The address of the request, where it could be read' }),
    ),
    request_id: Type.Optional(
      Type.String({ description: 'Of a 5xx: the log of the server has the cause under this id' }),
    ),
    kind: oneOf(PROBLEM_KINDS, 'What programs may rely on'),
  },
  { additionalProperties: true, description: 'A problem (RFC 9457)' },
)
