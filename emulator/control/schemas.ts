import { Type, type Static } from 'typebox'

import { REPLACEMENTS } from '../faults/replacements.ts'
import { PROVIDER_NAMES } from '../provider-names.ts'
import { SCENE_NAMES } from '../scenes.ts'

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
  'mutate',
  'header',
  'echo-url',
  'grid-expired',
  'duplicate-date',
  'impossible-date',
  'max-below-min',
  'day-of-nulls',
  'old-forecast',
  'random',
] as const

const count = Type.Integer({ minimum: 1 })
const latitude = Type.Number({ minimum: -90, maximum: 90 })
const strict = { additionalProperties: false }

export const faultSchema = Type.Object(
  {
    provider: Type.Enum([...PROVIDER_NAMES]),
    kind: Type.Enum([...FAULT_KINDS]),
    status: Type.Optional(Type.Integer({ minimum: 200, maximum: 599 })),
    body: Type.Optional(Type.String()),
    bodyBase64: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$' })),
    headers: Type.Optional(Type.Record(Type.String(), Type.String())),
    pack: Type.Optional(Type.Enum(['gzip'])),
    form: Type.Optional(Type.Enum(['html', 'json', 'error'])),
    field: Type.Optional(Type.String({ minLength: 1 })),
    replacement: Type.Optional(Type.Enum([...REPLACEMENTS])),
    value: Type.Optional(Type.Unknown()),
    seed: Type.Optional(Type.Integer()),
    placeShare: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    retryAfterSeconds: Type.Optional(Type.Number({ minimum: 0 })),
    delayMs: Type.Optional(Type.Number({ minimum: 0 })),
    ageSeconds: Type.Optional(Type.Number({ minimum: 0 })),
    share: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    seconds: Type.Optional(Type.Number({ minimum: 0 })),
    remaining: Type.Optional(count),
    path: Type.Optional(Type.String()),
    placeLatitude: Type.Optional(latitude),
    placeLatitudes: Type.Optional(Type.Array(latitude)),
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

export const sceneSchema = Type.Object({ name: Type.Enum([...SCENE_NAMES]) }, strict)

export type Fault = Static<typeof faultSchema>
export type Limit = Static<typeof limitSchema>
