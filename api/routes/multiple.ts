import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
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
        const countReads = (): void => {
          for (const { city } of found.values) counter.countRead(city.id)
        }
        countReads()
        memory.offer(request, () => {
          countReads()
          for (const _ of found.values) counter.countCacheUse('conditions', 'hit')
        })
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
