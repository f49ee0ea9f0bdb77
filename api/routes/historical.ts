import etag from '@fastify/etag'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import type { ListedCity } from '../../db/queries/cities.ts'
import { isPreferredToJson } from '../plugins/media-type.ts'
import { addVary } from '../plugins/value-freshness.ts'
import { requireCity } from '../readers/city-lookup.ts'
import { readCursor } from '../readers/history-cursor.ts'
import { readHistory, readOriginalHistory } from '../readers/history-body.ts'
import type { ApiDeps } from '../deps.ts'
import { CityIdParams, CityNameQuery } from '../schemas/city.ts'
import { OriginalHistory } from '../schemas/original.ts'
import { sendOriginal, shapeOf } from './value-shape.ts'
import { HISTORY_QUERY, HistoryBody } from '../schemas/history.ts'
import { historyCsv } from '../views/history-csv.ts'

const IdQuery = Type.Object(HISTORY_QUERY, { additionalProperties: false })
type IdQuery = Static<typeof IdQuery>

const NameQuery = Type.Object(
  {
    ...CityNameQuery,
    ...HISTORY_QUERY,
  },
  { additionalProperties: false },
)

const SHARED = {
  tags: ['weather'],
  description:
    'In the order of time, page by page; what is stored after the first page is no part of the ' +
    'others. As CSV by `format=csv` or the Accept header, with the next page in the Link header.',
  response: {
    200: {
      description: 'A page',
      content: {
        'application/json': { schema: HistoryBody },
        'text/csv': { schema: Type.String({ description: 'RFC 4180, with a header line' }) },
      },
    },
  },
}

export const historicalRoutes =
  (deps: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    // Of the body: what is past changes only where something was stored since.
    app.register(etag, { weak: true })
    const isDemo = deps.settings.mode === 'demo'

    async function answer(city: ListedCity, request: FastifyRequest, reply: FastifyReply) {
      const query = request.query as IdQuery
      const now = deps.now()
      const { cursor: given, format, interval = 'day', days, limit } = query
      const { units, isOriginal } = shapeOf(query)
      const cursor = given === undefined ? { to: now, from: new Date(0) } : readCursor(given)
      if (isOriginal) {
        const { rows, nextCursor } = await readOriginalHistory(deps, { city, days, limit, cursor })
        deps.counter.countRead(city.id)
        if (nextCursor !== null) linkNext(request, reply, nextCursor)
        return sendOriginal(reply, OriginalHistory, rows)
      }
      const body = await readHistory(deps, { city, interval, units, days, limit, cursor })
      deps.counter.countRead(city.id)
      reply.header('cache-control', 'private, max-age=0')
      addVary(reply, 'accept')
      if (body.next_cursor !== null) linkNext(request, reply, body.next_cursor)
      const isCsv = format === undefined && isPreferredToJson(request.headers.accept, 'text/csv')
      if (!isCsv && format !== 'csv') return body
      void reply.type('text/csv; charset=utf-8; header=present')
      return historyCsv(isDemo ? { ...body, simulated: true } : body)
    }

    app.get(
      '/historical/:cityId',
      {
        config: { role: 'read' },
        schema: {
          ...SHARED,
          summary: 'Past conditions of a city',
          params: CityIdParams,
          querystring: IdQuery,
        },
      },
      async (request, reply) =>
        answer(await requireCity(deps, String(request.params.cityId)), request, reply),
    )

    app.get(
      '/historical',
      {
        config: { role: 'read' },
        schema: {
          ...SHARED,
          summary: 'Past conditions of a city, by its name',
          querystring: NameQuery,
        },
      },
      async (request, reply) => {
        const { city, country } = request.query
        return answer(await requireCity(deps, city, country), request, reply)
      },
    )
  }

function linkNext(request: FastifyRequest, reply: FastifyReply, cursor: string): void {
  reply.header('link', `<${addressOfNext(request.url, cursor)}>; rel="next"`)
}

/** A reference without a host: a proxy may have another name than this server. */
function addressOfNext(url: string, cursor: string): string {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  searchParams.set('cursor', cursor)
  return `${pathname}?${searchParams.toString()}`
}
