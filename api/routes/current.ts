import type { FastifyPluginAsync } from 'fastify'
import type { ApiDeps } from '../deps.ts'
import type { StaleRefresher } from '../background/stale-refresher.ts'
import type { AnswerMemory } from '../plugins/answer-memory.ts'
import { sentUnchanged } from '../plugins/value-freshness.ts'
import { Problem } from '../problem.ts'
import { besideConditions } from '../readers/beside-conditions.ts'
import { valueOf } from '../readers/refreshed-value.ts'
import type { ValueReaders } from '../readers/value-readers.ts'
import { CurrentBody } from '../schemas/conditions.ts'
import { OriginalWeather, OriginalWeatherByName } from '../schemas/original.ts'
import { REFRESH_QUERY, VALUE_QUERY } from '../schemas/stored-reading.ts'
import { currentBody } from '../views/conditions.ts'
import { originalWeather } from '../views/original.ts'
import { originalByName } from '../views/original-several.ts'
import { refreshTask } from '../views/stored-reading.ts'
import { byCity } from './by-city.ts'
import { sendOriginal, shapeOf } from './value-shape.ts'

export const currentRoutes =
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
        path: '/current',
        subject: 'Current conditions',
        description: 'As they are stored, with their age and source.',
        query: { ...VALUE_QUERY, ...REFRESH_QUERY },
        body: CurrentBody,
        original: { byId: OriginalWeather, byName: OriginalWeatherByName },
        kind: 'conditions',
        async answer({ city, query, isByName, request, reply }) {
          const { units, isOriginal } = shapeOf(query)
          const { refresh } = query
          const periodOf = await readers.periods.of([city.id])
          const wish = {
            ...(refresh && { refresh }),
            request,
            now,
            product: 'conditions' as const,
            periodOf,
          }
          const { served, refreshTaskId } = await valueOf(readers.conditions, refresher, city, wish)
          if (!served) {
            throw new Problem(
              'no-data-yet',
              `${city.name} has not been refreshed with success yet.`,
            )
          }
          counter.countRead(city.id)
          const options = { now: now(), periodOf, mode, units }
          const beside =
            isOriginal && isByName
              ? await besideConditions(readers, [city], { at: options.now, forecasts: true })
              : undefined
          const isUnchanged = sentUnchanged(request, reply, {
            values: [{ ...served.value, product: 'conditions' }, ...(beside?.facts ?? [])],
            shape: [units, String(isOriginal), ...(beside?.dates ?? [])],
            now: options.now,
            periodOf,
            isOnce: refresh !== undefined,
          })
          if (isUnchanged) return reply
          if (!isOriginal) {
            return { ...currentBody(city, served, options), ...refreshTask(refreshTaskId) }
          }
          return beside
            ? sendOriginal(
                reply,
                OriginalWeatherByName,
                originalByName(city, served.value, beside, options),
              )
            : sendOriginal(reply, OriginalWeather, originalWeather(city, served.value, options))
        },
      },
    )
  }
