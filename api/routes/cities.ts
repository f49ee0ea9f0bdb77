import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { listCities } from '../../db/queries/cities.ts'
import { cityById } from '../../db/queries/find-city.ts'
import { unknownCity } from '../readers/city-lookup.ts'
import { cityItem } from '../views/city.ts'
import type { ApiDeps } from '../deps.ts'
import { CityBody, CityIdNumber, CityIdParams, CityPage, CountryCode } from '../schemas/city.ts'

const ListQuery = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
    cursor: Type.Optional({ ...CityIdNumber, description: 'next_cursor of the page before' }),
    country: Type.Optional(CountryCode),
  },
  { additionalProperties: false },
)

export const citiesRoutes =
  ({ db }: Pick<ApiDeps, 'db'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/cities',
      {
        config: { role: 'read' },
        schema: {
          tags: ['weather'],
          summary: 'Cities by ascending id, page by page',
          querystring: ListQuery,
          response: { 200: CityPage },
        },
      },
      async ({ query: { limit, cursor, country } }) => {
        const found = await listCities(db, {
          // One more than the page shows whether there is a next one.
          limit: limit + 1,
          ...(cursor !== undefined && { after: cursor }),
          ...(country !== undefined && { countryCode: country }),
        })
        const page = found.slice(0, limit)
        const last = found.length > limit ? page.at(-1) : undefined
        return { cities: page.map(cityItem), next_cursor: last ? String(last.id) : null }
      },
    )

    app.get(
      '/cities/:cityId',
      {
        config: { role: 'read' },
        schema: {
          tags: ['weather'],
          summary: 'One city',
          params: CityIdParams,
          response: { 200: CityBody },
        },
      },
      async ({ params: { cityId } }) => {
        const city = await cityById(db, cityId)
        if (!city) throw unknownCity(cityId)
        return cityItem(city)
      },
    )
  }
