import type { FastifyPluginAsync } from 'fastify'
import type { ApiDeps } from '../deps.ts'
import { sentUnchanged } from '../plugins/value-freshness.ts'
import { Problem } from '../problem.ts'
import type { ValueReaders } from '../readers/value-readers.ts'
import { AirQualityBody } from '../schemas/air-quality.ts'
import { VALUE_QUERY } from '../schemas/stored-reading.ts'
import { airQualityBody } from '../views/air-quality.ts'
import { byCity } from './by-city.ts'

export const airQualityRoutes =
  (
    { counter, now, settings: { mode, maxAgeSeconds } }: ApiDeps,
    readers: ValueReaders,
  ): FastifyPluginAsync =>
  async (app) => {
    byCity(app, readers.city, {
      path: '/air-quality',
      subject: 'Air quality',
      query: VALUE_QUERY,
      body: AirQualityBody,
      async answer({ city, query: { units = 'metric' }, request, reply }) {
        const served = (await readers.airQuality.read([city.id])).get(city.id)
        if (!served) {
          throw new Problem('no-data-yet', `No air quality of ${city.name} is stored yet.`)
        }
        counter.countRead(city.id)
        const at = now()
        const values = [{ ...served.value, product: 'air-quality' as const }]
        if (sentUnchanged(request, reply, { values, shape: [units], now: at, maxAgeSeconds })) {
          return reply
        }
        return airQualityBody(city, served, { now: at, maxAgeSeconds, mode, units })
      },
    })
  }
