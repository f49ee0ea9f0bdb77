import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type, type Static } from 'typebox'
import type { Database } from '../../db/database.ts'
import type { Mode } from '../../platform/config/config.ts'
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
import type { StoredConditions } from '../../domain/weather/reading.ts'
import { afterCityOf, cityCursorOf } from '../readers/city-cursor.ts'
import { unknownCity } from '../readers/city-lookup.ts'
import { searchKey } from '../readers/city-search.ts'
import { cityItem, latestBlock } from '../views/city.ts'
import { sourceOf } from '../views/stored-reading.ts'
import type { ApiDeps } from '../deps.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
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
    late: Type.Optional(
      flag('Whether its conditions are older than twice what is planned for it, or there are none'),
    ),
    outcome: Type.Optional(oneOf(CITY_OUTCOMES, 'How the last refresh ended')),
    latest: Type.Optional(flag('Whether each comes with its latest conditions, in short')),
    total: Type.Optional(flag('Whether the cities of all pages are counted')),
  },
  { additionalProperties: false },
)

type ListQuery = Static<typeof ListQuery>

/** A count costs as much as there are cities. */
const COUNT_KEPT_MS = 5_000

type Deps = Pick<ApiDeps, 'db' | 'now' | 'settings'>

export const citiesRoutes =
  (deps: Deps, recent: RecentAnswers): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { db, now } = deps
    const countOf = createCount(deps, recent)
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
      async ({ query }) => {
        if (query.total !== 'true') return pageOf(deps, query, now())
        // Of many cities each takes as long as the other.
        const [page, total] = await Promise.all([pageOf(deps, query, now()), countOf(query)])
        const isWhole = query.cursor === undefined && page.next_cursor === null
        return { ...page, total: isWhole ? page.cities.length : total }
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

/** The same for all who ask with the same filter within seconds. */
function createCount(
  { db, now }: Deps,
  recent: RecentAnswers,
): (query: ListQuery) => Promise<number> {
  const counts = recent.shareByKey(
    (filter: string) =>
      countCityStates(db, filterOf(JSON.parse(filter) as Omit<ListQuery, 'limit'>, now())),
    COUNT_KEPT_MS,
  )
  return ({ limit: _limit, cursor: _cursor, sort: _sort, latest: _latest, ...filter }) =>
    counts(JSON.stringify(filter, Object.keys(filter).sort()))
}

async function pageOf({ db, settings }: Deps, query: ListQuery, at: Date) {
  const { limit, cursor, sort = 'id', latest } = query
  const filter = filterOf(query, at)
  const after = cursor === undefined ? undefined : afterCityOf(sort, cursor)
  // One more than the page shows whether there is a next one.
  const found = await cityStates(db, { ...filter, sort, after, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  const latestOf = latest === 'true' ? await latestOfCities(db, page) : undefined
  return {
    cities: page.map((city) => ({
      ...cityItem(city, at),
      ...(latestOf && { latest: latestBlock(latestOf.get(city.id), at) }),
    })),
    next_cursor: last ? cityCursorOf(sort, last) : null,
    ...(latestOf && {
      units: { temperature: '°C' as const },
      sources: sourcesOf([...latestOf.values()], settings.mode),
    }),
  }
}

const filterOf = (
  { country, is_active: active, q, late, provider, freshness, outcome }: Omit<ListQuery, 'limit'>,
  now: Date,
) => ({
  now,
  provider,
  freshness,
  outcome,
  countryCode: country,
  active: boolean(active),
  late: boolean(late),
  key: q === undefined ? undefined : searchKey(q),
})

const boolean = (text: 'true' | 'false' | undefined): boolean | undefined =>
  text === undefined ? undefined : text === 'true'

async function latestOfCities(db: Database, page: readonly { readonly id: CityId }[]) {
  const rows = await latestConditionsOf(
    db,
    page.map(({ id }) => id),
  )
  return new Map(rows.map((row) => [row.cityId, row]))
}

const sourcesOf = (latest: readonly StoredConditions[], mode: Mode) =>
  [...new Set(latest.map(({ provider }) => provider))].map((provider) => sourceOf(provider, mode))
