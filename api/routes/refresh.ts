import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PRODUCTS } from '../../domain/weather/product.ts'
import type { City } from '../../domain/city/city.ts'
import { lookUpCity, type CityLookup } from '../readers/city-lookup.ts'
import type { ApiDeps } from '../deps.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import { Problem } from '../problem.ts'
import type { AmbiguousName } from '../schemas/city.ts'
import { RefreshBody, RefreshRequest } from '../schemas/refresh.ts'

export const refreshRoutes =
  ({ db, cityNames, temporal, settings }: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/monitoring/refresh',
      {
        config: { role: 'operate' },
        // Without a body everything is meant.
        preValidation: emptyBodyAsObject,
        schema: {
          tags: ['monitoring'],
          summary: 'Starts a refresh of the cities named, or of all that are due',
          description:
            'What is young enough is not refreshed, and its task says so, unless `force` is set; a ' +
            'refresh of a city that is under way is joined.',
          body: RefreshRequest,
          response: { 202: RefreshBody },
        },
      },
      async ({ body: { cities, force = false } }, reply) => {
        reply.code(202)
        if (!cities) return startAll(force)
        const found = sorted(
          await Promise.all(cities.map((name) => lookUpCity({ db, cityNames }, name))),
        )
        if (found.cities.length === 0) throw nothingToStart(found)
        return startNamed(found, force)
      },
    )

    async function startAll(force: boolean) {
      const { taskId } = await temporal.refreshAllCities({
        trigger: 'api',
        force,
        maxAgeSeconds: settings.maxAgeSeconds,
      })
      const message = 'Triggered refresh for all cities'
      return { message, task_id: taskId, tasks: [], unknown: [], ambiguous: [] }
    }

    async function startNamed({ cities, unknown, ambiguous }: Found, force: boolean) {
      const tasks = await Promise.all(
        cities.map(async (city) => {
          const { taskId } = await temporal.refreshCity({
            city,
            products: PRODUCTS,
            trigger: 'api',
            priority: 'person',
            force,
            ...(!force && { maxAgeSeconds: settings.maxAgeSeconds }),
          })
          return { city: city.name, city_id: city.id, task_id: taskId }
        }),
      )
      const noun = tasks.length === 1 ? 'city' : 'cities'
      const message = `Triggered refresh for ${tasks.length} ${noun}`
      return { message, task_id: null, tasks, unknown, ambiguous }
    }
  }

interface Found {
  readonly cities: City[]
  readonly unknown: string[]
  readonly ambiguous: AmbiguousName[]
}

/** A city named twice is one city. */
function sorted(lookups: readonly CityLookup[]): Found {
  const cities = new Map<number, City>()
  const unknown: string[] = []
  const ambiguous: AmbiguousName[] = []
  for (const lookup of lookups) {
    if (lookup.kind === 'found') cities.set(lookup.city.id, lookup.city)
    if (lookup.kind === 'unknown') unknown.push(lookup.name)
    if (lookup.kind === 'ambiguous') ambiguous.push(lookup.ambiguous)
  }
  return { cities: [...cities.values()], unknown, ambiguous }
}

function nothingToStart({ unknown, ambiguous }: Found): Problem {
  const extra = { unknown, ambiguous }
  return ambiguous.length > 0
    ? new Problem('ambiguous-city', 'Add a country to each name, or use ids.', { extra })
    : new Problem('unknown-city', 'None of these cities is known here.', { extra })
}
