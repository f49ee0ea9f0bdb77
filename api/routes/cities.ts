import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import {
  CITY_SORTS,
  cityStateById,
  cityStates,
  countCityStates,
} from '../../db/queries/city-states.ts'
import { latestConditionsOf } from '../../db/queries/latest-conditions.ts'
import type { CityId } from '../../domain/city/city.ts'
import { CITY_OUTCOMES } from '../../domain/provider/outcome.ts'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { FRESHNESS } from '../../domain/weather/freshness.ts'
import { afterCityOf, cityCursorOf } from '../readers/city-cursor.ts'
import { unknownCity } from '../readers/city-lookup.ts'
import { searchKey } from '../readers/city-search.ts'
import { cityItem, latestBlock } from '../views/city.ts'
import type { ApiDeps } from '../deps.ts'
import { CityBody, CityIdParams, CityPage, CountryCode, Limit, NameText } from '../schemas/city.ts'
import { oneOf } from '../schemas/types.ts'

const flag = (description: string) => oneOf(['true', 'false'], description)

const ListQuery = Type.Object(
  {
    limit: Limit(1000, 100),
    cursor: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9_-]{1,600}$',
        description: 'next_cursor of the page before, with the same sort',
        examples: ['2643743'],
      }),
    ),
    sort: Type.Optional(oneOf(CITY_SORTS, 'By age the oldest come first; by id where absent')),
    country: Type.Optional(CountryCode),
    is_active: Type.Optional(flag('Whether it is kept fresh')),
    q: Type.Optional({ ...NameText, description: 'The beginning of a name' }),
    provider: Type.Optional(oneOf(PROVIDER_IDS, 'Whose conditions are served')),
    freshness: Type.Optional(oneOf(FRESHNESS, 'Of the conditions')),
    late: Type.Optional(flag('Whether its conditions are older than is fresh, or there are none')),
    outcome: Type.Optional(oneOf(CITY_OUTCOMES, 'How the last refresh ended')),
    latest: Type.Optional(flag('Whether each comes with its latest conditions, in short')),
    total: Type.Optional(flag('Whether the cities of all pages are counted')),
  },
  { additionalProperties: false },
)

const boolean = (text: 'true' | 'false' | undefined): boolean | undefined =>
  text === undefined ? undefined : text === 'true'

export const citiesRoutes =
  ({ db, now }: Pick<ApiDeps, 'db' | 'now'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    async function latestOfCities(page: readonly { readonly id: CityId }[]) {
      const rows = await latestConditionsOf(
        db,
        page.map(({ id }) => id),
      )
      return new Map(rows.map((row) => [row.cityId, row]))
    }

    app.get(
      '/cities',
      {
        config: { role: 'read' },
        schema: {
          tags: ['weather'],
          summary: 'Cities, page by page',
          querystring: ListQuery,
          response: { 200: CityPage },
        },
      },
      async ({ query: { limit, cursor, sort = 'id', latest, total, ...query } }) => {
        const at = now()
        const { country, is_active: active, q, late, ...others } = query
        const filter = {
          ...others,
          now: at,
          countryCode: country,
          active: boolean(active),
          late: boolean(late),
          key: q === undefined ? undefined : searchKey(q),
        }
        const after = cursor === undefined ? undefined : afterCityOf(sort, cursor)
        // One more than the page shows whether there is a next one.
        const found = await cityStates(db, { ...filter, sort, after, limit: limit + 1 })
        const page = found.slice(0, limit)
        const last = found.length > limit ? page.at(-1) : undefined
        const latestOf = latest === 'true' ? await latestOfCities(page) : undefined
        return {
          cities: page.map((city) => ({
            ...cityItem(city, at),
            ...(latestOf && { latest: latestBlock(latestOf.get(city.id)) }),
          })),
          next_cursor: last ? cityCursorOf(sort, last) : null,
          ...(total === 'true' && { total: await countCityStates(db, filter) }),
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
