import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { cityStateById, cityStates } from '../../db/queries/city-states.ts'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { FRESHNESS } from '../../domain/weather/freshness.ts'
import { unknownCity } from '../readers/city-lookup.ts'
import { searchKey } from '../readers/city-search.ts'
import { cityItem } from '../views/city.ts'
import type { ApiDeps } from '../deps.ts'
import {
  CityBody,
  CityIdNumber,
  CityIdParams,
  CityPage,
  CountryCode,
  Limit,
  NameText,
} from '../schemas/city.ts'
import { oneOf } from '../schemas/types.ts'

const ListQuery = Type.Object(
  {
    limit: Limit(1000, 100),
    cursor: Type.Optional({ ...CityIdNumber, description: 'next_cursor of the page before' }),
    country: Type.Optional(CountryCode),
    is_active: Type.Optional(oneOf(['true', 'false'], 'Whether it is kept fresh')),
    q: Type.Optional({ ...NameText, description: 'The beginning of a name' }),
    provider: Type.Optional(oneOf(PROVIDER_IDS, 'Whose conditions are served')),
    freshness: Type.Optional(oneOf(FRESHNESS, 'Of the conditions')),
  },
  { additionalProperties: false },
)

export const citiesRoutes =
  ({ db, now }: Pick<ApiDeps, 'db' | 'now'>): FastifyPluginAsyncTypebox =>
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
      async ({ query: { limit, cursor, country, is_active: active, q, ...filter } }) => {
        const at = now()
        const found = await cityStates(db, {
          ...filter,
          // One more than the page shows whether there is a next one.
          limit: limit + 1,
          now: at,
          after: cursor,
          countryCode: country,
          active: active === undefined ? undefined : active === 'true',
          key: q === undefined ? undefined : searchKey(q),
        })
        const page = found.slice(0, limit)
        const last = found.length > limit ? page.at(-1) : undefined
        return {
          cities: page.map((city) => cityItem(city, at)),
          next_cursor: last ? String(last.id) : null,
        }
      },
    )

    app.get(
      '/cities/:cityId',
      {
        config: { role: 'read' },
        schema: {
          tags: ['weather'],
          summary: 'One city, and how its last refresh ended',
          params: CityIdParams,
          response: { 200: CityBody },
        },
      },
      async ({ params: { cityId } }) => {
        const city = await cityStateById(db, cityId)
        if (!city) throw unknownCity(cityId)
        return cityItem(city, now())
      },
    )
  }
