import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listDisagreements } from '../../db/queries/disagreements.ts'
import type { ApiDeps } from '../deps.ts'
import { DISAGREEMENTS_LISTED, DisagreementsBody, DisagreementsQuery } from '../schemas/doubts.ts'
import { disagreementBody } from '../views/doubts.ts'

export const disagreementsRoutes =
  ({ db }: Pick<ApiDeps, 'db'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/disagreements',
      {
        config: { role: 'read' },
        schema: {
          tags: ['weather'],
          summary: 'Times in which two providers said of a city what cannot both be so',
          description:
            'Found by second opinions, for which a small share of the limits is used while there is ' +
            'room to spare. What is served is one provider’s values as it gave them, never an average.',
          querystring: DisagreementsQuery,
          response: { 200: DisagreementsBody },
        },
      },
      async ({ query: { city_id, provider, status, cursor, limit = DISAGREEMENTS_LISTED } }) => {
        const rows = await listDisagreements(db, {
          cityId: city_id,
          provider,
          open: status === undefined ? undefined : status === 'open',
          before: cursor,
          limit: limit + 1,
        })
        const page = rows.slice(0, limit)
        return {
          disagreements: page.map(disagreementBody),
          next_cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
        }
      },
    )
  }
