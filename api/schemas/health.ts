import { Type, type Static } from 'typebox'
import { oneOf } from './nullable.ts'

export const LiveBody = Type.Object({ status: oneOf(['ok']) })

export const ReadyBody = Type.Object({
  status: oneOf(['ready', 'not_ready']),
  missing: Type.Array(oneOf(['database', 'temporal', 'workers'])),
})

export type ReadyBody = Static<typeof ReadyBody>
