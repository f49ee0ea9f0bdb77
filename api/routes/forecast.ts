import type { FastifyPluginAsync } from 'fastify'
import type { StaleRefresher } from '../background/stale-refresher.ts'
import type { ApiDeps } from '../deps.ts'
import type { AnswerMemory } from '../plugins/answer-memory.ts'
import { sentUnchanged } from '../plugins/value-freshness.ts'
import { Problem } from '../problem.ts'
import { valueOf } from '../readers/refreshed-value.ts'
import type { ValueReaders } from '../readers/value-readers.ts'
import { DEFAULT_DAYS, FORECAST_QUERY, ForecastBody } from '../schemas/forecast.ts'
import { OriginalForecast } from '../schemas/original.ts'
import { REFRESH_QUERY, VALUE_QUERY } from '../schemas/stored-reading.ts'
import { forecastBody } from '../views/forecast.ts'
import { originalForecast } from '../views/original.ts'
import { refreshTask } from '../views/stored-reading.ts'
import { byCity } from './by-city.ts'
import { sendOriginal, shapeOf } from './value-shape.ts'

export const forecastRoutes =
  (
    { counter, now, settings: { mode } }: ApiDeps,
    readers: ValueReaders,
    refresher: StaleRefresher,
    memory: AnswerMemory,
  ): FastifyPluginAsync =>
  async (app) => {
    byCity(
      app,
      { reader: readers.city, memory },
      {
        path: '/forecast',
        subject: 'Daily forecast',
        description: 'All days are of one answer of one provider, the one confirmed last.',
        query: { ...FORECAST_QUERY, ...VALUE_QUERY, ...REFRESH_QUERY },
        body: ForecastBody,
        original: { byId: OriginalForecast, byName: OriginalForecast },
        kind: 'forecast',
        async answer({ city, query, request, reply }) {
          const { units, isOriginal } = shapeOf(query)
          const { refresh, days = DEFAULT_DAYS } = query
          const periodOf = await readers.periods.of([city.id])
          const wish = {
            ...(refresh && { refresh }),
            request,
            now,
            product: 'forecast' as const,
            periodOf,
          }
          const { served, refreshTaskId } = await valueOf(readers.forecast, refresher, city, wish)
          const options = { now: now(), periodOf, mode, units }
          const body = served && forecastBody(city, served, days, options)
          if (!body) {
            const detail = `No forecast of ${city.name} for today or later is stored.`
            throw new Problem('no-data-yet', detail)
          }
          counter.countRead(city.id)
          const isUnchanged = sentUnchanged(request, reply, {
            values: [{ ...served.value, product: 'forecast' }],
            // Which day is the first changes at the city's midnight, without a new answer.
            shape: [units, String(isOriginal), days, body.valid_at],
            now: options.now,
            periodOf,
            isOnce: refresh !== undefined,
          })
          if (isUnchanged) return reply
          if (!isOriginal) return { ...body, ...refreshTask(refreshTaskId) }
          return sendOriginal(
            reply,
            OriginalForecast,
            originalForecast(city, served.value, days, options),
          )
        },
      },
    )
  }
