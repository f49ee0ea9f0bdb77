import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { ApiDeps } from '../deps.ts'
import { sentUnchanged } from '../plugins/value-freshness.ts'
import { Problem } from '../problem.ts'
import { besideConditions } from '../readers/beside-conditions.ts'
import { refuseUnclear, type CityFinder } from '../readers/city-lookup.ts'
import { manyConditions, type ManyConditions } from '../readers/many-conditions.ts'
import type { ValueReaders } from '../readers/value-readers.ts'
import { OriginalComparison } from '../schemas/original.ts'
import { citiesQuery, COMPARED, CompareBody } from '../schemas/several-cities.ts'
import { VALUE_QUERY } from '../schemas/stored-reading.ts'
import { originalComparison } from '../views/original-several.ts'
import { compareBody } from '../views/several-cities.ts'
import { askedCities, factsOf } from './asked-cities.ts'
import { sendOriginal, shapeOf } from './value-shape.ts'

const Query = Type.Object(
  { ...citiesQuery(COMPARED), ...VALUE_QUERY },
  { additionalProperties: false },
)

export const compareRoutes =
  (
    { counter, now, settings: { mode } }: ApiDeps,
    readers: ValueReaders,
  ): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/compare',
      {
        config: { role: 'read', original: OriginalComparison },
        schema: {
          tags: ['weather'],
          summary: 'Current conditions of a few cities side by side, and how they differ',
          description: 'Each city has to be known and to have a value.',
          querystring: Query,
          response: { 200: CompareBody },
        },
      },
      async (request, reply) => {
        const { units, isOriginal } = shapeOf(request.query)
        const wanted = askedCities(request.query.cities, COMPARED)
        const found = await manyConditions(readers.many, wanted)
        await refuseGaps(readers.city, found)
        for (const { city } of found.values) counter.countRead(city.id)
        const cities = found.values.map(({ city }) => city)
        const periodOf = await readers.periods.of(cities.map(({ id }) => id))
        const options = { now: now(), periodOf, mode, units }
        const beside = isOriginal
          ? await besideConditions(readers, cities, { at: options.now, forecasts: true })
          : undefined
        const isUnchanged = sentUnchanged(request, reply, {
          values: [...factsOf(found), ...(beside?.facts ?? [])],
          shape: ['compare', units, String(isOriginal), ...(beside?.dates ?? [])],
          now: options.now,
          periodOf,
        })
        if (isUnchanged) return reply
        if (!beside) return compareBody(found.values, options)
        sendOriginal(reply, OriginalComparison, originalComparison(found.values, beside, options))
        return reply
      },
    )
  }

/** A comparison with a gap in it compares nothing. */
async function refuseGaps(
  finder: CityFinder,
  { values, withoutData, unknown, ambiguous }: ManyConditions,
): Promise<void> {
  await refuseUnclear(finder, ambiguous, unknown)
  if (withoutData.length > 0) {
    const names = withoutData.map(({ name }) => name).join('; ')
    throw new Problem('no-data-yet', `Not refreshed with success yet: ${names}.`)
  }
  if (values.length >= COMPARED.fewest) return
  throw new Problem('invalid-request', 'All of cities name the same city.')
}
