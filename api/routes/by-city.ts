import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type, type Static, type TObject, type TProperties, type TSchema } from 'typebox'
import type { EntryKind } from '../../cache/keys.ts'
import type { City, CityId } from '../../domain/city/city.ts'
import type { AnswerMemory } from '../plugins/answer-memory.ts'
import { requireCity, unknownCity, type CityFinder } from '../readers/city-lookup.ts'
import { knownCity, type CityReader } from '../readers/known-city.ts'
import { CityIdParams, CityNameQuery } from '../schemas/city.ts'

export interface AskedCity<Query extends TProperties> {
  readonly city: City
  readonly query: Static<TObject<Query>>
  /** Whether the city was asked for by its name. */
  readonly isByName: boolean
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export interface CityRoutes<Query extends TProperties, Body extends TSchema> {
  readonly path: string
  /** What of the city: `Current conditions`. */
  readonly subject: string
  readonly description: string
  readonly query: Query
  readonly body: Body
  /** The body with the original's names, by id and by name. */
  readonly original: { readonly byId: TSchema; readonly byName: TSchema }
  /** The kind of cache entry that it reads. */
  readonly kind: EntryKind
  readonly answer: (asked: AskedCity<Query>) => Promise<Static<Body> | FastifyReply>
}

export interface CityRoutesDeps {
  readonly reader: CityReader & CityFinder
  readonly memory: AnswerMemory
}

/** The same answer at two addresses: by the id of a city, and by its name. */
export function byCity<Query extends TProperties, Body extends TSchema>(
  app: FastifyInstance,
  deps: CityRoutesDeps,
  routes: CityRoutes<Query, Body>,
): void {
  const { reader, memory } = deps
  const { path, subject, description, query, body, original } = routes
  const shared = { tags: ['weather'], description, response: { 200: body } }
  const respond = responder(deps, routes)

  app.get<{ Params: Static<typeof CityIdParams> }>(
    `${path}/:cityId`,
    {
      config: { role: 'read', original: original.byId },
      ...memory.hooks,
      schema: {
        ...shared,
        summary: `${subject} of a city`,
        params: CityIdParams,
        querystring: Type.Object(query, { additionalProperties: false }),
      },
    },
    async (request, reply) => {
      const { cityId } = request.params
      const city = await knownCity(reader, cityId)
      if (!city) throw unknownCity(cityId)
      return respond({ city, isByName: false, request, reply })
    },
  )

  app.get<{ Querystring: Static<TObject<typeof CityNameQuery>> }>(
    path,
    {
      config: { role: 'read', original: original.byName },
      ...memory.hooks,
      schema: {
        ...shared,
        summary: `${subject} of a city, by its name`,
        querystring: Type.Object({ ...CityNameQuery, ...query }, { additionalProperties: false }),
      },
    },
    async (request, reply) => {
      const city = await requireCity(reader, request.query.city, request.query.country)
      return respond({ city, isByName: true, request, reply })
    },
  )
}

/** Answers; what was not asked to be refreshed first may be given again within its second. */
function responder<Query extends TProperties, Body extends TSchema>(
  { reader, memory }: CityRoutesDeps,
  { kind, answer }: CityRoutes<Query, Body>,
) {
  // Of its own, so that no request is kept with it.
  const againOf = (cityId: CityId, isByName: boolean) => () => {
    const { counter } = reader
    counter.countRead(cityId)
    counter.countCacheUse(kind, 'hit')
    if (!isByName) counter.countCacheUse('city', 'hit')
  }
  return (asked: Omit<AskedCity<Query>, 'query'>) => {
    const wished = asked.request.query as Static<TObject<Query>> & { refresh?: unknown }
    if (wished.refresh === undefined) {
      memory.offer(asked.request, againOf(asked.city.id, asked.isByName))
    }
    return answer({ ...asked, query: wished })
  }
}
