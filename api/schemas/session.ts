import { Type } from 'typebox'
import { MODES } from '../../domain/mode.ts'
import { ROLES } from '../roles.ts'
import { dataBody } from './data-body.ts'
import { Moment, oneOf } from './types.ts'

const CallerBody = Type.Unsafe<{ name: string; role: (typeof ROLES)[number] } | null>({
  ...Type.Object({
    name: Type.String({ description: 'Of the token; where none is asked for, how it is reached' }),
    role: oneOf(ROLES),
  }),
  type: ['object', 'null'],
  description: 'Null for who shows no token that holds, where one is asked for',
})

export const SessionBody = dataBody({
  caller: CallerBody,
  mode: oneOf(MODES),
  server_time: Moment,
})

export const SessionEndBody = dataBody({ message: Type.String() })
