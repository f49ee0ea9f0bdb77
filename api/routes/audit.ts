import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listAuditEvents, type AuditEvent } from '../../db/queries/audit-events.ts'
import type { ApiDeps } from '../deps.ts'
import { AuditPage, AuditQuery } from '../schemas/audit.ts'

export const auditRoutes =
  ({ db }: Pick<ApiDeps, 'db'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/monitoring/audit',
      {
        config: { role: 'admin' },
        schema: {
          tags: ['operations'],
          summary: 'Who made which change, the newest first, page by page',
          description:
            'Every request that may change something, and every command that changes what is stored, ' +
            'written before it happens. Refused requests, such as those without a token, are not ' +
            'among them.',
          querystring: AuditQuery,
          response: { 200: AuditPage },
        },
      },
      async ({ query: { limit, cursor } }) => {
        const found = await listAuditEvents(db, {
          // One more than the page shows whether there is a next one.
          limit: limit + 1,
          ...(cursor !== undefined && { before: cursor }),
        })
        const page = found.slice(0, limit)
        const last = found.length > limit ? page.at(-1) : undefined
        return { events: page.map(eventBody), next_cursor: last ? String(last.id) : null }
      },
    )
  }

const eventBody = (event: AuditEvent) => ({
  id: event.id,
  at: event.at.toISOString(),
  request_id: event.requestId,
  caller: event.caller,
  token_id: event.tokenId,
  role: event.role,
  address: event.address,
  method: event.method,
  route: event.route,
  target: event.target,
  fields: event.fields,
  status: event.status,
  ended_at: event.endedAt?.toISOString() ?? null,
})
