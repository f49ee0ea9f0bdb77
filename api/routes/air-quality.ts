import type { FastifyPluginAsync } from 'fastify'
import type { StaleRefresher } from '../background/stale-refresher.ts'
import type { ApiDeps } from '../deps.ts'
import type { AnswerMemory } from '../plugins/answer-memory.ts'
import { sentUnchanged } from '../plugins/value-freshness.ts'
import { Problem } from '../problem.ts'
import { valueOf } from '../readers/refreshed-value.ts'
import type { ValueReaders } from '../readers/value-readers.ts'
import { AirQualityBody } from '../schemas/air-quality.ts'
import { OriginalAirQuality } from '../schemas/original.ts'
import { REFRESH_QUERY, VALUE_QUERY } from '../schemas/stored-reading.ts'
import { airQualityBody } from '../views/air-quality.ts'
import { originalAirQuality } from '../views/original.ts'
import { refreshTask } from '../views/stored-reading.ts'
import { byCity } from './by-city.ts'
import { sendOriginal, shapeOf } from './value-shape.ts'

export const airQualityRoutes =
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
        path: '/air-quality',
        subject: 'Air quality',
        description: 'Concentrations, and each index under the name of its scale.',
        query: { ...VALUE_QUERY, ...REFRESH_QUERY },
        body: AirQualityBody,
        original: { byId: OriginalAirQuality, byName: OriginalAirQuality },
        kind: 'air-quality',
        async answer({ city, query, request, reply }) {
          const { units, isOriginal } = shapeOf(query)
          const { refresh } = query
          const periodOf = await readers.periods.of([city.id])
          const product = 'air-quality'
          const wish = { ...(refresh && { refresh }), request, now, product, periodOf } as const
          const { served, refreshTaskId } = await valueOf(readers.airQuality, refresher, city, wish)
          if (!served) {
            throw new Problem('no-data-yet', `No air quality of ${city.name} is stored yet.`)
          }
          counter.countRead(city.id)
          const options = { now: now(), periodOf, mode, units }
          const isUnchanged = sentUnchanged(request, reply, {
            values: [{ ...served.value, product }],
            shape: [units, String(isOriginal)],
            now: options.now,
            periodOf,
            isOnce: refresh !== undefined,
          })
          if (isUnchanged) return reply
          if (!isOriginal) {
            return { ...airQualityBody(city, served, options), ...refreshTask(refreshTaskId) }
          }
          return sendOriginal(
            reply,
            OriginalAirQuality,
            originalAirQuality(city, served.value, options),
          )
        },
      },
    )
  }
