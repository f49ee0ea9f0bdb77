import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { CityId } from '../../domain/city/city.ts'
import type { ReadCounter } from '../background/read-counter.ts'
import type { ApiDeps } from '../deps.ts'
import type { AnswerMemory } from '../plugins/answer-memory.ts'
import { sentUnchanged } from '../plugins/value-freshness.ts'
import { besideConditions } from '../readers/beside-conditions.ts'
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
    { counter, now, settings: { mode } }: ApiDeps,
    readers: ValueReaders,
    memory: AnswerMemory,
  ): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/multiple',
      {
        config: { role: 'read', original: OriginalMultiple },
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
        const periodOf = await readers.periods.of(ids)
        memory.offer(request, againOf(counter, ids))
        const options = { now: now(), periodOf, mode, units }
        const cities = found.values.map(({ city }) => city)
        const beside = isOriginal
          ? await besideConditions(readers, cities, { at: options.now, forecasts: false })
          : undefined
        const isUnchanged = sentUnchanged(request, reply, {
          values: [...factsOf(found), ...(beside?.facts ?? [])],
          shape: ['multiple', units, String(isOriginal), ...gapsOf(found)],
          now: options.now,
          periodOf,
        })
        if (isUnchanged) return reply
        if (!beside) return multipleBody(found, options)
        sendOriginal(reply, OriginalMultiple, originalMultiple(found, beside, options))
        return reply
      },
    )
  }
