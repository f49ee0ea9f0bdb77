import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { driftsSince } from '../../db/queries/correct-ledger.ts'
import { readProviderSetups } from '../../db/queries/provider-controls.ts'
import { factsInUse } from '../../db/queries/quota-facts.ts'
import { judgeQuota } from '../../domain/quota/judge.ts'
import { LEVEL_BEGINS } from '../../domain/quota/levels.ts'
import { DAY_MS } from '../../domain/time/durations.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import type { ApiDeps } from '../deps.ts'
import { QuotaBody } from '../schemas/quota.ts'
import { shownLimits } from '../views/shown-limits.ts'
import { quotaBody } from '../views/quota.ts'

type QuotaDeps = Pick<ApiDeps, 'db' | 'now' | 'settings'>

export const quotaRoutes =
  (deps: QuotaDeps, recent: RecentAnswers): FastifyPluginAsyncTypebox =>
  async (app) => {
    const read = recent.share(() => readQuota(deps))
    app.get(
      '/monitoring/quota',
      {
        config: { role: 'read' },
        schema: {
          tags: ['monitoring'],
          summary: 'Quota and health of every provider, by what was counted',
          description:
            'Computed from the ledger once in two seconds, however many ask; no request is sent to a ' +
            'provider. ' +
            'Weights are in the unit each provider counts in. Warns at ' +
            `${LEVEL_BEGINS.warning} of a limit, is critical at ${LEVEL_BEGINS.critical}.`,
          response: { 200: QuotaBody },
        },
      },
      read,
    )
  }

async function readQuota({ db, now, settings }: QuotaDeps) {
  const at = now()
  const setups = await readProviderSetups(db, settings.providers ?? [])
  const limits = shownLimits(setups)
  const facts = await factsInUse(db, setups, at)
  const drifts = await driftsSince(db, new Date(at.getTime() - DAY_MS))
  return quotaBody(judgeQuota(facts, at), { facts, limits, drifts, at })
}
