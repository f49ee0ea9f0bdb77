import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { driftsSince } from '../../db/queries/correct-ledger.ts'
import { readProviderSetups } from '../../db/queries/provider-controls.ts'
import { factsInUse } from '../../db/queries/quota-facts.ts'
import { judgeQuota } from '../../domain/quota/judge.ts'
import { CRITICAL_SHARE, WARNING_SHARE } from '../../domain/quota/levels.ts'
import { DAY_MS } from '../../domain/time/durations.ts'
import type { ApiDeps } from '../deps.ts'
import { QuotaBody } from '../schemas/quota.ts'
import { shownLimits } from '../views/shown-limits.ts'
import { quotaBody } from '../views/quota.ts'

const percent = (share: number): string => `${Math.round(share * 100)} %`

export const quotaRoutes =
  ({ db, now, settings }: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/monitoring/quota',
      {
        config: { role: 'read' },
        schema: {
          tags: ['monitoring'],
          summary: 'Quota and health of every provider, by what was counted',
          description:
            'Computed at each call from the ledger; no request is sent to a provider. ' +
            'Weights are in the unit each provider counts in. Warns at ' +
            `${percent(WARNING_SHARE)} of a limit, is critical at ${percent(CRITICAL_SHARE)}.`,
          response: { 200: QuotaBody },
        },
      },
      async () => {
        const at = now()
        const setups = await readProviderSetups(db, settings.providers ?? [])
        const limits = shownLimits(setups)
        const facts = await factsInUse(db, setups, at)
        const drifts = await driftsSince(db, new Date(at.getTime() - DAY_MS))
        return quotaBody(judgeQuota(facts, at), { facts, limits, drifts, at })
      },
    )
  }
