import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { CityId } from '../../domain/city/city.ts'
import type { ReadCounter } from '../background/read-counter.ts'
import type { ApiDeps } from '../deps.ts'
import type { AnswerMemory } from '../plugins/answer-memory.ts'
import { sentUnchanged } from '../plugins/value-freshness.ts'
import { manyConditions } from '../readers/many-conditions.ts'
import type { ValueReaders } from '../readers/value-readers.ts'
import { OriginalMultiple } from '../schemas/original.ts'
import { citiesQuery, MULTIPLE, MultipleBody } from '../schemas/several-cities.ts'
import { VALUE_QUERY } from '../schemas/stored-reading.ts'
import { originalMultiple } from '../views/original-several.ts'
import { multipleBody } from '../views/several-cities.ts'
import { askedCities, factsOf, gapsOf } from './asked-cities.ts'
import { sendOriginal, shapeOf } from './value-shape.ts'

const Query = Type.Object(
  { ...citiesQuery(MULTIPLE), ...VALUE_QUERY },
  { additionalProperties: false },
)

/** Of its own, so that no request is kept with it. */
const againOf = (counter: ReadCounter, ids: readonly CityId[]) => () => {
  for (const id of ids) {
    counter.countRead(id)
    counter.countCacheUse('conditions', 'hit')
  }
}

export const multipleRoutes =
  (
    { counter, now, settings: { mode, maxAgeSeconds } }: ApiDeps,
    readers: ValueReaders,
    memory: AnswerMemory,
  ): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/multiple',
      {
        config: { role: 'read' },
        ...memory.hooks,
        schema: {
          tags: ['weather'],
          summary: 'Current conditions of many cities',
          description: 'What is not known, or is the name of several, is listed, not refused.',
          querystring: Query,
          response: { 200: MultipleBody },
        },
      },
      async (request, reply) => {
        const { units, isOriginal } = shapeOf(request.query)
        const wanted = askedCities(request.query.cities, MULTIPLE)
        const found = await manyConditions(readers.many, wanted)
        const ids = found.values.map(({ city }) => city.id)
        for (const id of ids) counter.countRead(id)
        memory.offer(request, againOf(counter, ids))
        const options = { now: now(), maxAgeSeconds, mode, units }
        const isUnchanged = sentUnchanged(request, reply, {
          values: factsOf(found),
          shape: ['multiple', units, String(isOriginal), ...gapsOf(found)],
          now: options.now,
          maxAgeSeconds,
        })
        if (isUnchanged) return reply
        if (!isOriginal) return multipleBody(found, options)
        sendOriginal(reply, OriginalMultiple, originalMultiple(found, options))
        return reply
      },
    )
  }
