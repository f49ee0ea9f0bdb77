import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { cityStateById } from '../../db/queries/city-states.ts'
import { setPromise } from '../../db/queries/manage-cities.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { OwnPromise } from '../../domain/plan/promised-tier.ts'
import type { ApiDeps } from '../deps.ts'
import { unknownCity } from '../readers/city-lookup.ts'
import { CityChangeBody, CityPromise } from '../schemas/add-city.ts'
import { CityIdParams } from '../schemas/city.ts'
import { cityItem } from '../views/city.ts'

export const cityPromiseRoutes =
  ({ db, now }: Pick<ApiDeps, 'db' | 'now'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    async function promise(cityId: CityId, minutes: OwnPromise | null) {
      await setPromise(db, [cityId], minutes)
      const city = await cityStateById(db, cityId)
      if (!city) throw unknownCity(cityId)
      const message =
        minutes === null ? 'Nothing is promised by hand' : `Promised within ${minutes} minutes`
      return { message, city: cityItem(city, now()) }
    }

    app.put(
      '/cities/:cityId/promise',
      {
        config: { role: 'operate' },
        schema: {
          tags: ['weather'],
          summary: 'Promises that a city is never older, from the next scheduled refresh on',
          description:
            'Counts where limits are short, before what the settings promise. What the limits do ' +
            'not carry is stretched: `weather247 plan` says so.',
          params: CityIdParams,
          body: CityPromise,
          response: { 200: CityChangeBody },
        },
      },
      async ({ params: { cityId }, body: { minutes } }) => promise(cityId, minutes),
    )
    app.delete(
      '/cities/:cityId/promise',
      {
        config: { role: 'operate' },
        schema: {
          tags: ['weather'],
          summary: 'Takes back what was promised of a city by hand',
          params: CityIdParams,
          response: { 200: CityChangeBody },
        },
      },
      async ({ params: { cityId } }) => promise(cityId, null),
    )
  }
