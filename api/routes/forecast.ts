import type { FastifyPluginAsync } from 'fastify'
import type { ApiDeps } from '../deps.ts'
import { sentUnchanged } from '../plugins/value-freshness.ts'
import { Problem } from '../problem.ts'
import type { ValueReaders } from '../readers/value-readers.ts'
import { DEFAULT_DAYS, FORECAST_QUERY, ForecastBody } from '../schemas/forecast.ts'
import { VALUE_QUERY } from '../schemas/stored-reading.ts'
import { forecastBody } from '../views/forecast.ts'
import { byCity } from './by-city.ts'

export const forecastRoutes =
  (
    { counter, now, settings: { mode, maxAgeSeconds } }: ApiDeps,
    readers: ValueReaders,
  ): FastifyPluginAsync =>
  async (app) => {
    byCity(app, readers.city, {
      path: '/forecast',
      subject: 'Daily forecast',
      query: { ...FORECAST_QUERY, ...VALUE_QUERY },
      body: ForecastBody,
      async answer({ city, query: { days = DEFAULT_DAYS, units = 'metric' }, request, reply }) {
        const served = (await readers.forecast.read([city.id])).get(city.id)
        const at = now()
        const body =
          served && forecastBody(city, served, days, { now: at, maxAgeSeconds, mode, units })
        if (!body) {
          const detail = `No forecast of ${city.name} for today or later is stored.`
          throw new Problem('no-data-yet', detail)
        }
        counter.countRead(city.id)
        const values = [{ ...served.value, product: 'forecast' as const }]
        // Which day is the first changes at the city's midnight, without a new answer.
        const shape = [units, days, body.valid_at]
        if (sentUnchanged(request, reply, { values, shape, now: at, maxAgeSeconds })) return reply
        return body
      },
    })
  }
