import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { answerOnce } from '../answer-once.ts'
import type { Caller } from '../caller.ts'
import type { ApiDeps } from '../deps.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import { planRefresh } from '../readers/refresh-plan.ts'
import { refuseContradictions, startRefresh } from '../refresh-starts.ts'
import { IdempotencyHeaders, RefreshBody, RefreshPlan, RefreshRequest } from '../schemas/refresh.ts'

/** A key is its caller's: another's is another. */
const scopeOf = (caller: Caller | null): string => `${caller?.tokenId ?? 'all'} monitoring/refresh`

export const refreshRoutes =
  (deps: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/monitoring/refresh',
      {
        config: { role: 'operate' },
        // Without a body everything is meant.
        preValidation: emptyBodyAsObject,
        schema: {
          tags: ['monitoring'],
          summary: 'Starts a refresh of the cities named, or of all that are due',
          description:
            'What is young enough is not refreshed, and its task says so, unless `force` is set; a ' +
            'refresh of a city that is under way is joined. An `Idempotency-Key` makes a repetition ' +
            'start nothing; a dry run starts nothing either, and takes no key.',
          headers: IdempotencyHeaders,
          body: RefreshRequest,
          response: { 200: RefreshPlan, 202: RefreshBody },
        },
      },
      async ({ body, caller, headers: { 'idempotency-key': key } }, reply) => {
        refuseContradictions(body)
        if (body.dry_run === true) return reply.code(200).send(await planRefresh(deps, body))
        reply.code(202)
        if (key === undefined) return startRefresh(deps, body)
        const { answer, isRepeated } = await answerOnce(
          deps,
          { scope: scopeOf(caller), key, body },
          (request) => startRefresh(deps, body, request),
        )
        if (isRepeated) reply.header('idempotent-replayed', 'true')
        return answer
      },
    )
  }
