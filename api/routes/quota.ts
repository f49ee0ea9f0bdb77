import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { currentQuotaReport } from '../../db/queries/quota-report.ts'
import { CREDITS } from '../../domain/attribution.ts'
import type { ProviderQuotaReport } from '../../domain/quota-report.ts'
import type { ApiDeps } from '../deps.ts'
import { QuotaBody } from '../schemas/quota.ts'

export const quotaRoutes =
  ({ db, now, settings }: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/monitoring/quota',
      {
        schema: {
          tags: ['monitoring'],
          summary: 'Quota and health of every provider, by what was counted',
          description:
            'Computed at each call from the ledger; no provider is asked. Warns at 75 % of a ' +
            'limit, is critical at 90 %.',
          response: { 200: QuotaBody },
        },
      },
      async () => {
        const at = now()
        const { level, providers, warnings } = await currentQuotaReport(
          db,
          settings.quotaLimits ?? {},
          at,
        )
        return {
          timestamp: at.toISOString(),
          status: level,
          services: providers.map(serviceOf),
          recommendations: [...warnings],
        }
      },
    )
  }

const serviceOf = (report: ProviderQuotaReport) => ({
  service: report.provider,
  name: CREDITS[report.provider].name,
  status: report.level,
  windows: report.windows.map(({ window, limit, used, remaining, ...rest }) => ({
    window,
    limit,
    used,
    remaining,
    used_share: rest.usedShare,
    resets_at: rest.resetsAt,
    status: rest.level,
    exhausted_at: rest.exhaustedAt,
  })),
  used_last_hour: report.weightPerHour,
  requests_24h: report.requests,
  success_rate_24h: report.successRate,
  main_failure_24h: report.mainFailure,
  parked_until: report.parkedUntil,
  parked_reason: report.parkedReason,
})
