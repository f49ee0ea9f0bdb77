import { type Static, Type } from 'typebox'

import { PROVIDER_NAMES } from '../provider-names.ts'

export const FAULT_KINDS = [
  'status',
  'delay',
  'hang',
  'reset',
  'truncate',
  'garbage',
  'wrong-schema',
  'stale',
  'drop-place',
  'future',
  'out-of-range',
] as const

const count = Type.Integer({ minimum: 1 })
const strict = { additionalProperties: false }

export const faultSchema = Type.Object(
  {
    provider: Type.Enum([...PROVIDER_NAMES]),
    kind: Type.Enum([...FAULT_KINDS]),
    status: Type.Optional(Type.Integer({ minimum: 200, maximum: 599 })),
    body: Type.Optional(Type.String()),
    retryAfterSeconds: Type.Optional(Type.Number({ minimum: 0 })),
    delayMs: Type.Optional(Type.Number({ minimum: 0 })),
    ageSeconds: Type.Optional(Type.Number({ minimum: 0 })),
    share: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    seconds: Type.Optional(Type.Number({ minimum: 0 })),
    remaining: Type.Optional(count),
    path: Type.Optional(Type.String()),
    placeLatitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  },
  strict,
)

export const faultListSchema = Type.Array(faultSchema)

export const limitSchema = Type.Object(
  {
    provider: Type.Enum([...PROVIDER_NAMES]),
    requestsPerWindow: Type.Optional(
      Type.Object(
        {
          minute: Type.Optional(count),
          hour: Type.Optional(count),
          day: Type.Optional(count),
          month: Type.Optional(count),
        },
        strict,
      ),
    ),
    maxConcurrent: Type.Optional(count),
  },
  strict,
)

export type Fault = Static<typeof faultSchema>
export type Limit = Static<typeof limitSchema>
