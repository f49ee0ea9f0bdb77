import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { listCities } from '../../db/queries/cities.ts'
import { cityById, unknownCity } from '../city-lookup.ts'
import { cityItem } from '../city-view.ts'
import type { ApiDeps } from '../deps.ts'
import { CityBody, CityIdParams, CityPage, CountryCode } from '../schemas/city.ts'

const ListQuery = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
    cursor: Type.Optional(
      Type.String({ pattern: '^\\d{1,9}$', description: 'next_cursor of the page before' }),
    ),
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
        schema: {
          tags: ['weather'],
          summary: 'Cities by ascending id, page by page',
          querystring: ListQuery,
          response: { 200: CityPage },
        },
      },
      async ({ query: { limit, cursor, country } }) => {
        const found = await listCities(db, {
          // One more than asked for tells whether there is a next page.
          limit: limit + 1,
          ...(cursor !== undefined && { after: Number(cursor) }),
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
