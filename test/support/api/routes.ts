import type { FastifyInstance, RouteOptions } from 'fastify'
import { expect } from 'vitest'
import type { RouteRole } from '../../../api/roles.ts'

export interface Route {
  readonly method: string
  readonly url: string
  readonly role: RouteRole | undefined
  /** Names of what it takes in the query. */
  readonly query: readonly string[]
}

/** Filled while the app becomes ready. */
export function routesOf(app: FastifyInstance): readonly Route[] {
  const routes: Route[] = []
  app.addHook('onRoute', (route: RouteOptions) => {
    const { method, url, schema } = route
    const { properties = {} } = (schema?.querystring ?? {}) as { properties?: object }
    const query = Object.keys(properties)
    routes.push(
      ...[method].flat().map((one) => ({
        method: one,
        url,
        query,
        // A later hook may give it.
        get role() {
          return route.config?.role
        },
      })),
    )
  })
  return routes
}

/** An address of the route, with the same text for each part that varies. */
export const filled = (url: string, text: string): string => url.replace(/:\w+|\*/g, text)

export const inject = (app: FastifyInstance, method: string, url: string, payload?: string) =>
  app.inject({
    method: method as 'GET',
    url,
    ...(payload !== undefined && { payload, headers: { 'content-type': 'application/json' } }),
  })

/** A refusal is a problem document that blames the request, not the server. */
export function expectRefused(answer: Awaited<ReturnType<typeof inject>>, what: string): void {
  expect(answer.statusCode, what).toBeGreaterThanOrEqual(400)
  expect(answer.statusCode, what).toBeLessThan(500)
  expect(answer.headers['content-type'], what).toBe('application/problem+json; charset=utf-8')
  if (answer.body !== '') expect(answer.json(), what).toMatchObject({ status: answer.statusCode })
}
