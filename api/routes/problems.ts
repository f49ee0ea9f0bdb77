import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Problem, problemPage } from '../problem.ts'
import { PROBLEM_KINDS, type ProblemKind } from '../problem-kinds.ts'
import { problemHtml } from '../views/problem-page.ts'

const PAGE_TYPE = 'text/html; charset=utf-8'
/** They change with a version only. */
const CACHE = 'public, max-age=3600'

const Params = Type.Object({
  kind: Type.String({
    description: `One of ${PROBLEM_KINDS.join(', ')}`,
    maxLength: 100,
    examples: ['unknown-city'],
  }),
})

const isKind = (text: string): text is ProblemKind => PROBLEM_KINDS.some((kind) => kind === text)

/** What a refusal means, for the person who reads it; each refusal links to the page of its kind. */
export const problemsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/problems/:kind',
    {
      config: { role: 'open' },
      schema: {
        tags: ['operations'],
        summary: 'What a kind of problem means, and what to do about it',
        description: 'Every refusal links here by the header `Link` with `rel="help"`.',
        params: Params,
        response: {
          200: {
            description: 'A page to read',
            content: { 'text/html': { schema: Type.String() } },
          },
        },
      },
    },
    async ({ params: { kind } }, reply) => {
      if (!isKind(kind)) {
        const detail = `There is no kind of problem of this name; there are ${PROBLEM_KINDS.join(', ')}.`
        throw new Problem('not-found', detail)
      }
      return reply
        .type(PAGE_TYPE)
        .header('cache-control', CACHE)
        .send(problemHtml(kind, problemPage))
    },
  )
}
