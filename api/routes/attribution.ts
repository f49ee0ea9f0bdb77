import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { readProviderSetups } from '../../db/queries/provider-controls.ts'
import { lastRequests } from '../../db/queries/provider-stats.ts'
import { providerFacts } from '../../domain/provider/provider-catalogue.ts'
import { SECOND_MS } from '../../domain/time/durations.ts'
import { sharedAnswer } from '../background/shared-answer.ts'
import type { ApiDeps } from '../deps.ts'
import { sourceOf } from '../views/stored-reading.ts'
import { AttributionsBody } from '../schemas/attribution.ts'

const KEEP_MS = 30 * SECOND_MS

type Deps = Pick<ApiDeps, 'db' | 'now' | 'settings'>

/** Licences ask for this beside the data, wherever it is shown. */
export const attributionRoutes =
  ({ db, now, settings }: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const read = sharedAnswer(
      async () => {
        const [setups, last] = await Promise.all([
          readProviderSetups(db, settings.providers ?? []),
          lastRequests(db),
        ])
        // Counts are kept longer than readings: who answered may have values here.
        const answered = last.filter(({ outcome }) => outcome === 'ok').map((one) => one.provider)
        return setups
          .filter(({ id, isEnabled }) => isEnabled || answered.includes(id))
          .map(({ id, isEnabled, barredBy }) => {
            const { attribution, ...source } = sourceOf(id, settings.mode)
            return {
              ...source,
              ...attribution,
              commercial_use: providerFacts(id).commercialUse,
              is_in_use: isEnabled,
              has_answered: answered.includes(id),
              left_out_because: barredBy,
            }
          })
      },
      { keepMs: KEEP_MS, now },
    )
    app.get(
      '/attribution',
      {
        config: { role: 'read' },
        schema: {
          tags: ['operations'],
          summary: 'Whom to name beside the data: every provider in use or with stored values',
          response: { 200: AttributionsBody },
        },
      },
      async () => ({ attributions: await read(), timestamp: now().toISOString() }),
    )
  }
