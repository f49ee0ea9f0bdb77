import { Type } from 'typebox'
import { PROBLEM_KINDS } from '../problem.ts'
import { oneOf } from './nullable.ts'

export const ProblemBody = Type.Object(
  {
    type: Type.String({ format: 'uri' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    instance: Type.String(),
    kind: oneOf(PROBLEM_KINDS, 'What programs may rely on'),
  },
  { additionalProperties: true, description: 'A problem (RFC 9457)' },
)
