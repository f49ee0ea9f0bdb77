import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { cacheKeys, ENTRY_KINDS } from '../../cache/keys.ts'
import { addCity } from '../../db/queries/add-city.ts'
import { cityStateById } from '../../db/queries/city-states.ts'
import { setActive } from '../../db/queries/manage-cities.ts'
import { roundToTenths } from '../../domain/analytics/rounding.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { ApiDeps } from '../deps.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import { unknownCity } from '../readers/city-lookup.ts'
import { FARTHEST_KM } from '../readers/nearest-place.ts'
import { cityToAdd } from '../readers/city-to-add.ts'
import { createPlaceFinder } from '../readers/place-finder.ts'
import { AddCityRequest, AddedCityBody, CityChangeBody } from '../schemas/add-city.ts'
import { CityIdParams } from '../schemas/city.ts'
import { cityItem } from '../views/city.ts'

const NoFields = Type.Object({}, { additionalProperties: false })

export const manageCitiesRoutes =
  ({ db, cache, cityNames, temporal, log, now }: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const findPlaces = createPlaceFinder({ temporal, log, now })

    async function answer(cityId: CityId, message: string) {
      const city = await cityStateById(db, cityId)
      if (!city) throw unknownCity(cityId)
      return { message, city: cityItem(city, now()) }
    }

    // The original's path, and the resource's own.
    for (const url of ['/cities', '/cities/add']) {
      app.post(
        url,
        {
          config: { role: 'operate' },
          schema: {
            tags: ['weather'],
            summary: 'Adds a city, whose weather is then kept fresh',
            description:
              'By GeoNames id, by name, by coordinates, which mean the nearest known place within ' +
              `${FARTHEST_KM} km, or by all that a city has. What the shipped list lacks is looked up ` +
              'in the gazetteer of Open-Meteo, one call of its quota. A name that several places have is ' +
              'refused with candidates. A city that is stored stays as it is, and the answer is 200.',
            body: AddCityRequest,
            response: { 200: AddedCityBody, 201: AddedCityBody },
          },
        },
        async ({ body }, reply) => {
          const place = await cityToAdd({ db, findPlaces }, body)
          const { id, isNew } = await addCity(db, place.city)
          if (isNew) cityNames.forget()
          const distance = place.distanceKm !== undefined && {
            distance_km: roundToTenths(place.distanceKm),
          }
          const said = await answer(id, isNew ? 'City added' : 'City already exists')
          return reply.code(isNew ? 201 : 200).send({ ...said, ...distance })
        },
      )
    }

    async function change(cityId: CityId, active: boolean) {
      const changed = await setActive(db, [cityId], active)
      if (changed.length > 0) {
        cityNames.forget()
        await cache.delete(ENTRY_KINDS.map((kind) => cacheKeys[kind](cityId)))
      }
      const already = changed.length > 0 ? '' : ' already'
      return answer(cityId, active ? `City is kept fresh${already}` : `City is left out${already}`)
    }

    for (const [word, active, summary] of [
      ['deactivate', false, 'Leaves a city out of every refresh; what is stored stays'],
      ['reactivate', true, 'Takes a city up again'],
    ] as const) {
      app.post(
        `/cities/:cityId/${word}`,
        {
          config: { role: 'operate' },
          preValidation: emptyBodyAsObject,
          schema: {
            tags: ['weather'],
            summary,
            params: CityIdParams,
            body: NoFields,
            response: { 200: CityChangeBody },
          },
        },
        async ({ params: { cityId } }) => change(cityId, active),
      )
    }
  }
