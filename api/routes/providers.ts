import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PROVIDER_STATE_RULE } from '../../domain/provider/provider-state.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import type { ApiDeps } from '../deps.ts'
import { providerIdOf } from '../readers/change-provider.ts'
import { createProviderList, createProviderStats } from '../readers/providers.ts'
import {
  ProviderParams,
  ProvidersBody,
  ProviderStatsBody,
  StatsQuery,
  USUAL_DAYS,
} from '../schemas/providers.ts'
import { providerBody, providerStatsBody } from '../views/providers.ts'

export const providersRoutes =
  (
    deps: Pick<ApiDeps, 'db' | 'now' | 'settings'>,
    recent: RecentAnswers,
  ): FastifyPluginAsyncTypebox =>
  async (app) => {
    const list = createProviderList(deps, recent)
    const stats = createProviderStats(deps, recent)
    app.get(
      '/providers',
      {
        config: { role: 'read' },
        schema: {
          tags: ['operations'],
          summary: 'Every weather API, with its licence, limits and health',
          description: 'From the catalogue and what was counted; no request is sent to a provider.',
          response: { 200: ProvidersBody },
        },
      },
      async () => ({
        providers: (await list()).map(providerBody),
        health_rule: PROVIDER_STATE_RULE,
        timestamp: deps.now().toISOString(),
      }),
    )

    app.get(
      '/providers/:providerId/stats',
      {
        config: { role: 'read' },
        schema: {
          tags: ['operations'],
          summary: 'What was requested of a weather API, day by day',
          params: ProviderParams,
          querystring: StatsQuery,
          response: { 200: ProviderStatsBody },
        },
      },
      async ({ params: { providerId }, query: { days = USUAL_DAYS } }) =>
        providerStatsBody(await stats(providerIdOf(providerId), days)),
    )
  }
