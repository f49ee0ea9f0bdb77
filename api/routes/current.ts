import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { createCityCache } from '../../cache/city-cache.ts'
import { createConditionsCache } from '../../cache/conditions-cache.ts'
import type { City } from '../../domain/city/city.ts'
import { requireCity, unknownCity } from '../readers/city-lookup.ts'
import { currentBody } from '../views/conditions.ts'
import { currentConditions, type ConditionsReader } from '../readers/current-conditions.ts'
import { knownCity, type CityReader } from '../readers/known-city.ts'
import type { ApiDeps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { CityIdParams, CountryCode } from '../schemas/city.ts'
import { CurrentBody } from '../schemas/conditions.ts'

const NameQuery = Type.Object(
  {
    city: Type.String({ minLength: 1, maxLength: 200, description: 'Any case, accents or not' }),
    country: Type.Optional(CountryCode),
  },
  { additionalProperties: false },
)

export const currentRoutes =
  ({ db, cache, cityNames, counter, now, settings }: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const {
      maxAgeSeconds: { conditions: maxAgeSeconds },
      mode,
      cache: { freshSeconds, keepSeconds },
    } = settings
    const reader: ConditionsReader & CityReader = {
      db,
      cities: createCityCache(cache, keepSeconds),
      conditions: createConditionsCache(cache, keepSeconds),
      counter,
      now,
      freshSeconds: freshSeconds.conditions,
    }

    async function bodyFor(city: City): Promise<CurrentBody> {
      const current = await currentConditions(reader, city.id)
      if (!current) {
        throw new Problem('no-data-yet', `${city.name} has not been refreshed with success yet.`)
      }
      counter.countRead(city.id)
      return currentBody(city, current, { now: now(), maxAgeSeconds, mode })
    }

    app.get(
      '/current/:cityId',
      {
        config: { role: 'read' },
        schema: {
          tags: ['weather'],
          summary: 'Current conditions of a city',
          params: CityIdParams,
          response: { 200: CurrentBody },
        },
      },
      async ({ params: { cityId } }) => {
        const city = await knownCity(reader, cityId)
        if (!city) throw unknownCity(cityId)
        return bodyFor(city)
      },
    )

    app.get(
      '/current',
      {
        config: { role: 'read' },
        schema: {
          tags: ['weather'],
          summary: 'Current conditions of a city, by its name',
          querystring: NameQuery,
          response: { 200: CurrentBody },
        },
      },
      async ({ query: { city, country } }) =>
        bodyFor(await requireCity({ db, cityNames }, city, country)),
    )
  }
