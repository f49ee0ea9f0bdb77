import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiDeps } from '../deps.ts'
import { addVary } from '../plugins/value-freshness.ts'
import { createCityMap, type ReadyBody } from '../readers/city-map.ts'
import { CityAgesBody, CityLatestBody, CityMapBody } from '../schemas/city-map.ts'
import { EmptyRequest } from '../schemas/schedule.ts'

const ROUTE = { config: { role: 'read' } } as const

const shared = { tags: ['weather'], querystring: EmptyRequest }

const OF_CITIES = {
  ages: {
    summary: 'How old the weather of all active cities is, in the order of the map',
    response: { 200: CityAgesBody },
  },
  latest: {
    summary: 'How warm it is in all active cities and who says so, in the order of the map',
    response: { 200: CityLatestBody },
  },
} as const

export const cityMapRoutes =
  (deps: Pick<ApiDeps, 'db' | 'now' | 'settings'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { map, ...values } = createCityMap(deps)
    app.get(
      '/cities/map',
      {
        ...ROUTE,
        schema: {
          ...shared,
          summary: 'Where all active cities are, in columns',
          description: 'For a map. It changes only with the cities, and then its ETag does.',
          response: {
            200: CityMapBody,
            304: { type: 'null', description: 'As the client has it' },
          },
        },
      },
      async (request, reply) => {
        const found = await map()
        const etag = `"${found.version}"`
        reply.header('etag', etag).header('cache-control', 'private, no-cache')
        if (request.headers['if-none-match'] === etag) return reply.code(304).send(null)
        return sendReady(request, reply, found)
      },
    )

    for (const name of ['ages', 'latest'] as const) {
      const description = 'Read once in ten seconds, however many ask.'
      const schema = { ...shared, ...OF_CITIES[name], description }
      app.get(`/cities/map/${name}`, { ...ROUTE, schema }, async (request, reply) => {
        reply.header('cache-control', 'no-store')
        return sendReady(request, reply, await values[name]())
      })
    }
  }

function sendReady(request: FastifyRequest, reply: FastifyReply, { json, gzipped }: ReadyBody) {
  addVary(reply, 'Accept-Encoding')
  reply.type('application/json; charset=utf-8')
  const isZipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  if (isZipped) reply.header('content-encoding', 'gzip')
  // As bytes: it is serialised already, and the schema of the answer is for people.
  return reply.send(isZipped ? gzipped : json)
}
