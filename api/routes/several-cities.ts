import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { citiesOfList } from '../../domain/city/city-list.ts'
import type { ApiDeps } from '../deps.ts'
import { sentUnchanged, type Freshness } from '../plugins/value-freshness.ts'
import { Problem } from '../problem.ts'
import { manyConditions, type ManyConditions } from '../readers/many-conditions.ts'
import type { ValueReaders } from '../readers/value-readers.ts'
import {
  citiesQuery,
  COMPARED,
  CompareBody,
  MAX_NAME,
  MULTIPLE,
  MultipleBody,
} from '../schemas/several-cities.ts'
import { VALUE_QUERY } from '../schemas/stored-reading.ts'
import { compareBody, multipleBody } from '../views/several-cities.ts'

export const severalCitiesRoutes =
  (deps: ApiDeps, { many }: ValueReaders): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { counter, now, settings } = deps
    const { mode, maxAgeSeconds } = settings

    async function read(list: string, limits: typeof MULTIPLE) {
      const found = await manyConditions(many, wantedOf(list, limits))
      for (const { city } of found.values) counter.countRead(city.id)
      return found
    }

    app.get(
      '/multiple',
      {
        config: { role: 'read' },
        schema: {
          tags: ['weather'],
          summary: 'Current conditions of many cities',
          description: 'What is not known, or is the name of several, is listed, not refused.',
          querystring: Type.Object(
            { ...citiesQuery(MULTIPLE), ...VALUE_QUERY },
            { additionalProperties: false },
          ),
          response: { 200: MultipleBody },
        },
      },
      async (request, reply) => {
        const { cities, units = 'metric' } = request.query
        const found = await read(cities, MULTIPLE)
        const at = now()
        const facts = freshnessOf(found, ['multiple', units], at, maxAgeSeconds)
        if (sentUnchanged(request, reply, facts)) return reply
        return multipleBody(found, { now: at, maxAgeSeconds, mode, units })
      },
    )

    app.get(
      '/compare',
      {
        config: { role: 'read' },
        schema: {
          tags: ['weather'],
          summary: 'Current conditions of a few cities side by side, and how they differ',
          querystring: Type.Object(
            { ...citiesQuery(COMPARED), ...VALUE_QUERY },
            { additionalProperties: false },
          ),
          response: { 200: CompareBody },
        },
      },
      async (request, reply) => {
        const { cities, units = 'metric' } = request.query
        const found = await read(cities, COMPARED)
        refuseGaps(found)
        const at = now()
        const facts = freshnessOf(found, ['compare', units], at, maxAgeSeconds)
        if (sentUnchanged(request, reply, facts)) return reply
        return compareBody(found.values, { now: at, maxAgeSeconds, mode, units })
      },
    )
  }

/** @throws Problem when the list has too few cities or too many, or a name is too long. */
function wantedOf(list: string, { fewest, most }: typeof MULTIPLE): string[] {
  const wanted = [...new Set(citiesOfList(list))]
  if (wanted.length < fewest || wanted.length > most) {
    const detail = `cities names ${wanted.length} different ones: from ${fewest} to ${most} can be asked for.`
    throw new Problem('invalid-request', detail)
  }
  if (wanted.some((name) => name.length > MAX_NAME)) {
    throw new Problem('invalid-request', `A name in cities is longer than ${MAX_NAME} characters.`)
  }
  return wanted
}

/** A comparison with a gap in it compares nothing. */
function refuseGaps({ values, withoutData, unknown, ambiguous }: ManyConditions): void {
  const extra = { unknown, ambiguous }
  if (ambiguous.length > 0) {
    throw new Problem('ambiguous-city', 'Add a country to each name, or use ids.', { extra })
  }
  if (unknown.length > 0) {
    throw new Problem('unknown-city', `Not known here: ${unknown.join('; ')}.`, { extra })
  }
  if (withoutData.length > 0) {
    const names = withoutData.map(({ name }) => name).join('; ')
    throw new Problem('no-data-yet', `Not refreshed with success yet: ${names}.`)
  }
  if (values.length >= COMPARED.fewest) return
  throw new Problem('invalid-request', 'All of cities name the same city.')
}

const freshnessOf = (
  { values, withoutData, unknown, ambiguous }: ManyConditions,
  shape: readonly string[],
  now: Date,
  maxAgeSeconds: Freshness['maxAgeSeconds'],
): Freshness => ({
  values: values.map(({ served }) => ({ ...served.value, product: 'conditions' })),
  shape: [
    ...shape,
    ...withoutData.map(({ id }) => id),
    ...unknown,
    ...ambiguous.flatMap(({ name, candidates }) => [name, ...candidates.map(({ id }) => id)]),
  ],
  now,
  maxAgeSeconds,
})
