import type { FastifyReply } from 'fastify'
import type { Static, TSchema } from 'typebox'
import type { UnitSystem } from '../../domain/weather/unit-systems.ts'
import { Problem } from '../problem.ts'
import { ORIGINAL_TYPE } from '../schemas/original.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body of `compat=1`, for the description of the route. */
    readonly original?: TSchema
  }
}

export interface ValueShape {
  readonly units: UnitSystem
  /** Whether the names and the shape of the original are wanted. */
  readonly isOriginal: boolean
}

interface ShapeQuery {
  readonly units?: UnitSystem
  readonly compat?: number
}

/** @throws Problem for other units in the original's shape, which has no place to name them. */
export function shapeOf({ units = 'metric', compat = 0 }: ShapeQuery): ValueShape {
  const isOriginal = compat === 1
  if (isOriginal && units !== 'metric') {
    throw new Problem('invalid-request', 'compat=1 has the original’s units: leave units out.')
  }
  return { units, isOriginal }
}

/** The original's shape is another schema than the one of the route, which says so to OpenAPI. */
export function sendOriginal<Schema extends TSchema>(
  reply: FastifyReply,
  schema: Schema,
  body: Static<Schema>,
): FastifyReply {
  const serialize = reply.compileSerializationSchema(schema as Record<string, unknown>)
  return reply.type(`${ORIGINAL_TYPE}; charset=utf-8`).serializer(serialize).send(body)
}
