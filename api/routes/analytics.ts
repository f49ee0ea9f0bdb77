import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { cityById } from '../../db/queries/find-city.ts'
import { unknownCity } from '../readers/city-lookup.ts'
import { createNextRun, nextRunFields } from '../readers/next-run.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import type { ApiDeps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { CityAnalyticsBody, OverviewBody, OverviewQuery } from '../schemas/analytics.ts'
import { CityIdParams } from '../schemas/city.ts'
import { overviewBody } from '../views/analytics.ts'
import { storedCityAnalytics, storedOverview } from '../readers/stored-analytics.ts'

const HOW_TO_GET_THEM =
  'they come with the next run of generate-weather-analytics; to start one: weather247 schedules trigger generate-weather-analytics'

export const analyticsRoutes =
  (
    deps: Pick<ApiDeps, 'db' | 'cache' | 'settings' | 'temporal' | 'log'>,
    recent: RecentAnswers,
  ): FastifyPluginAsyncTypebox =>
  async (app) => {
    const nextRun = createNextRun(deps, recent, 'generate-weather-analytics')
    const noneYet = async (detail: string) =>
      new Problem('no-data-yet', detail, { extra: nextRunFields(await nextRun()) })

    app.get(
      '/analytics/dashboard',
      {
        config: { role: 'read' },
        schema: {
          tags: ['monitoring'],
          summary: 'Requests, cache, freshness and weather of all cities, as last computed',
          querystring: OverviewQuery,
          response: { 200: OverviewBody },
        },
      },
      async () => {
        const overview = await storedOverview(deps)
        if (overview) return overviewBody(overview)
        throw await noneYet(`There are no analytics yet; ${HOW_TO_GET_THEM}.`)
      },
    )

    app.get(
      '/analytics/cities/:cityId',
      {
        config: { role: 'read' },
        schema: {
          tags: ['weather'],
          summary: 'Statistics of a city over its last days, as last computed',
          params: CityIdParams,
          response: { 200: CityAnalyticsBody },
        },
      },
      async ({ params: { cityId } }) => {
        const analytics = await storedCityAnalytics(deps, cityId)
        if (analytics) return analytics
        const city = await cityById(deps.db, cityId)
        if (!city) throw unknownCity(cityId)
        const without = `${city.name} has no statistics of its last days`
        throw await noneYet(`${without}; once there are readings, ${HOW_TO_GET_THEM}.`)
      },
    )
  }
