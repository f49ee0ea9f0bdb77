import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { hourlyUsage } from '../../db/queries/provider-usage.ts'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { SECOND_MS } from '../../domain/time/durations.ts'
import { hoursUpTo } from '../../domain/time/hours.ts'
import { sharedAnswers } from '../background/shared-answer.ts'
import type { ApiDeps } from '../deps.ts'
import { ProviderUsageBody, USUAL_HOURS, UsageQuery } from '../schemas/provider-usage.ts'
import { usageHours, type UsageRow } from '../views/provider-usage.ts'

const KEPT_MS = 5 * SECOND_MS

export const providerUsageRoutes =
  ({ db, now }: Pick<ApiDeps, 'db' | 'now'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    const usage = sharedAnswers(
      async (hours: number) => {
        const span = hoursUpTo(now(), hours)
        const [since = now()] = span
        return { span, since, rows: await hourlyUsage(db, new Date(since.getTime() - 1)) }
      },
      { keepMs: KEPT_MS, now },
    )
    app.get(
      '/providers/usage',
      {
        config: { role: 'read' },
        schema: {
          tags: ['operations'],
          summary: 'What was requested of every weather API, hour by hour',
          description: 'Read once in five seconds, however many ask.',
          querystring: UsageQuery,
          response: { 200: ProviderUsageBody },
        },
      },
      async ({ query: { hours = USUAL_HOURS } }) => {
        const { span, since, rows } = await usage(hours)
        const of = (id: string): UsageRow[] => rows.filter(({ provider }) => provider === id)
        return {
          hours,
          since: since.toISOString(),
          providers: PROVIDER_IDS.filter((id) => of(id).length > 0).map((provider) => ({
            provider,
            hours: usageHours(span, of(provider)),
          })),
          timestamp: now().toISOString(),
        }
      },
    )
  }
