import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { ApiDeps } from '../deps.ts'
import { sentUnchanged, type FreshnessFacts } from '../plugins/value-freshness.ts'
import { Problem } from '../problem.ts'
import { manyConditions, type ManyConditions } from '../readers/many-conditions.ts'
import type { ValueReaders } from '../readers/value-readers.ts'
import { OriginalComparison } from '../schemas/original.ts'
import { citiesQuery, COMPARED, CompareBody } from '../schemas/several-cities.ts'
import { VALUE_QUERY } from '../schemas/stored-reading.ts'
import { originalComparison, type Compared } from '../views/original-several.ts'
import { compareBody } from '../views/several-cities.ts'
import { askedCities, factsOf } from './asked-cities.ts'
import { sendOriginal, shapeOf } from './value-shape.ts'

const Query = Type.Object(
  { ...citiesQuery(COMPARED), ...VALUE_QUERY },
  { additionalProperties: false },
)

export const compareRoutes =
  (
    { counter, now, settings: { mode, maxAgeSeconds } }: ApiDeps,
    readers: ValueReaders,
  ): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/compare',
      {
        config: { role: 'read' },
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
        refuseGaps(found)
        for (const { city } of found.values) counter.countRead(city.id)
        const more = isOriginal ? await moreOf(readers, found) : undefined
        const options = { now: now(), maxAgeSeconds, mode, units }
        const isUnchanged = sentUnchanged(request, reply, {
          values: [...factsOf(found), ...(more?.facts ?? [])],
          shape: ['compare', units, String(isOriginal)],
          now: options.now,
          maxAgeSeconds,
        })
        if (isUnchanged) return reply
        if (!more) return compareBody(found.values, options)
        sendOriginal(reply, OriginalComparison, originalComparison(more.compared, options))
        return reply
      },
    )
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

/** The original's comparison has forecasts and air quality as well. */
async function moreOf(
  { forecast, airQuality }: ValueReaders,
  { values }: ManyConditions,
): Promise<{ compared: Compared; facts: FreshnessFacts[] }> {
  const ids = values.map(({ city }) => city.id)
  const [forecasts, air] = await Promise.all([forecast.read(ids), airQuality.read(ids)])
  return {
    compared: { values, forecasts, airQuality: air },
    facts: [
      ...[...forecasts.values()].map(({ value }) => ({ ...value, product: 'forecast' as const })),
      ...[...air.values()].map(({ value }) => ({ ...value, product: 'air-quality' as const })),
    ],
  }
}
