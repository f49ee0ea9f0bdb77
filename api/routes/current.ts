import type { FastifyPluginAsync } from 'fastify'
import type { ApiDeps } from '../deps.ts'
import { sentUnchanged } from '../plugins/value-freshness.ts'
import { Problem } from '../problem.ts'
import type { ValueReaders } from '../readers/value-readers.ts'
import { CurrentBody } from '../schemas/conditions.ts'
import { VALUE_QUERY } from '../schemas/stored-reading.ts'
import { currentBody } from '../views/conditions.ts'
import { byCity } from './by-city.ts'

export const currentRoutes =
  (
    { counter, now, settings: { mode, maxAgeSeconds } }: ApiDeps,
    readers: ValueReaders,
  ): FastifyPluginAsync =>
  async (app) => {
    byCity(app, readers.city, {
      path: '/current',
      subject: 'Current conditions',
      query: VALUE_QUERY,
      body: CurrentBody,
      async answer({ city, query: { units = 'metric' }, request, reply }) {
        const served = (await readers.conditions.read([city.id])).get(city.id)
        if (!served) {
          throw new Problem('no-data-yet', `${city.name} has not been refreshed with success yet.`)
        }
        counter.countRead(city.id)
        const at = now()
        const values = [{ ...served.value, product: 'conditions' as const }]
        if (sentUnchanged(request, reply, { values, shape: [units], now: at, maxAgeSeconds })) {
          return reply
        }
        return currentBody(city, served, { now: at, maxAgeSeconds, mode, units })
      },
    })
  }
