import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { alertFacts } from '../../db/queries/alert-facts.ts'
import { evaluateAlerts } from '../../db/queries/evaluate-alerts.ts'
import { readProviderSetups } from '../../db/queries/provider-controls.ts'
import { alertFindings } from '../../domain/alerts/alert-rules.ts'
import { SECOND_MS } from '../../domain/time/durations.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import type { ApiDeps } from '../deps.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import { HealthCheckBody, HealthReportBody } from '../schemas/alerts.ts'
import { EmptyRequest } from '../schemas/schedule.ts'
import { healthReportBody } from '../views/alerts.ts'

const KEEP_MS = 5 * SECOND_MS

export const healthReportRoutes =
  (
    { db, now, settings }: Pick<ApiDeps, 'db' | 'now' | 'settings'>,
    recent: RecentAnswers,
  ): FastifyPluginAsyncTypebox =>
  async (app) => {
    const setups = () => readProviderSetups(db, settings.providers ?? [])
    const report = recent.share(async () => {
      const at = now()
      const facts = await alertFacts(db, await setups(), at)
      return { at, facts, findings: alertFindings(facts) }
    }, KEEP_MS)
    app.get(
      '/analytics/health-report',
      {
        config: { role: 'read' },
        schema: {
          tags: ['operations'],
          summary: 'What the rules of alerts find in what is stored now',
          description: 'Judged once every few seconds, however many ask; nothing is stored.',
          response: { 200: HealthReportBody },
        },
      },
      async () => healthReportBody(await report()),
    )

    app.post(
      '/analytics/health-check',
      {
        config: { role: 'operate' },
        preValidation: emptyBodyAsObject,
        schema: {
          tags: ['operations'],
          summary: 'The same, and raises, escalates and resolves alerts by it',
          description: 'As the schedule monitor-api-quota does with every run.',
          body: EmptyRequest,
          response: { 200: HealthCheckBody },
        },
      },
      async () => {
        const at = now()
        const { counts, ...judged } = await evaluateAlerts(db, await setups(), at)
        return {
          ...healthReportBody({ at, ...judged }),
          alerts_raised: counts.raised,
          alerts_escalated: counts.escalated,
          alerts_resolved: counts.resolved,
        }
      },
    )
  }
