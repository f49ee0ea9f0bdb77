import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { nearestCities } from '../../db/queries/nearest-cities.ts'
import { searchCities, searchKey } from '../readers/city-search.ts'
import { cityHit, nearCity } from '../views/city.ts'
import type { ApiDeps } from '../deps.ts'
import {
  CityHits,
  CountryCode,
  LATITUDE,
  Limit,
  LONGITUDE,
  NameText,
  NearCities,
} from '../schemas/city.ts'

const MOST_FOUND = 100
const USUALLY_FOUND = 10

const SearchQuery = Type.Object(
  { q: NameText, country: Type.Optional(CountryCode), limit: Limit(MOST_FOUND, USUALLY_FOUND) },
  { additionalProperties: false },
)

const NearestQuery = Type.Object(
  {
    latitude: { ...LATITUDE, examples: [51.5] },
    longitude: { ...LONGITUDE, examples: [-0.1] },
    limit: Limit(MOST_FOUND, USUALLY_FOUND),
  },
  { additionalProperties: false },
)

export const findCitiesRoutes =
  ({ db }: Pick<ApiDeps, 'db'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/cities/search',
      {
        config: { role: 'read' },
        schema: {
          tags: ['weather'],
          summary: 'Finds cities by the beginning of a name',
          description:
            'Of the cities that are stored and of the shipped list of places with at least 100,000 ' +
            'inhabitants; also by other well-known names. The best match comes first, then the most ' +
            'populous.',
          querystring: SearchQuery,
          response: { 200: CityHits },
        },
      },
      async ({ query: { q, country, limit } }) => {
        const hits = await searchCities(db, { key: searchKey(q), countryCode: country, limit })
        return { cities: hits.map(cityHit) }
      },
    )

    app.get(
      '/cities/nearest',
      {
        config: { role: 'read' },
        schema: {
          tags: ['weather'],
          summary: 'The stored cities nearest to a place',
          querystring: NearestQuery,
          response: { 200: NearCities },
        },
      },
      async ({ query: { limit, ...place } }) => ({
        cities: (await nearestCities(db, place, limit)).map(nearCity),
      }),
    )
  }
