import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import type { Caller } from '../caller.ts'
import type { ApiDeps } from '../deps.ts'
import { bearerOf } from '../plugins/authenticate.ts'
import { SessionBody, SessionEndBody } from '../schemas/session.ts'
import { endedSessionCookie, sessionCookie } from '../session-cookie.ts'

const URL = '/session'
const TAGS = ['operations']

/** For browsers, whose event streams cannot send a header. */
export const sessionRoutes =
  ({ now, settings: { mode } }: Pick<ApiDeps, 'now' | 'settings'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    const bodyOf = (caller: Caller | null) => ({
      caller: caller && { name: caller.name, role: caller.role },
      mode,
      server_time: now().toISOString(),
    })

    app.get(
      URL,
      {
        config: { role: 'open' },
        schema: {
          tags: TAGS,
          summary: 'Who asks, and what it may do',
          response: { 200: SessionBody },
        },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store')
        return bodyOf(await request.findCaller())
      },
    )

    app.post(
      URL,
      {
        config: { role: 'read' },
        schema: {
          tags: TAGS,
          summary: 'Signs a browser in with the token of its Authorization header',
          description:
            'Sets a cookie that no script can read and that is sent to this API alone. It ends with ' +
            'the browser, and holds as long as the token.',
          response: { 200: SessionBody },
        },
      },
      async (request, reply) => {
        const token = bearerOf(request)
        if (token !== undefined) reply.header('set-cookie', sessionCookie(token, isTls(request)))
        reply.header('cache-control', 'no-store')
        return bodyOf(request.caller)
      },
    )

    app.delete(
      URL,
      {
        config: { role: 'open' },
        schema: { tags: TAGS, summary: 'Signs a browser out', response: { 200: SessionEndBody } },
      },
      async (request, reply) => {
        reply.header('set-cookie', endedSessionCookie(isTls(request)))
        return { message: 'Signed out; the token itself holds.' }
      },
    )
  }

const isTls = ({ protocol }: FastifyRequest): boolean => protocol === 'https'
