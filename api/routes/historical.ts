import { createHash } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import type { ListedCity } from '../../db/queries/cities.ts'
import { isPreferredToJson } from '../plugins/media-type.ts'
import { addVary, keptFor, sentTagged } from '../plugins/value-freshness.ts'
import { requireCity } from '../readers/city-lookup.ts'
import { readCursor } from '../readers/history-cursor.ts'
import { readHistory, readOriginalHistory } from '../readers/history-body.ts'
import type { ValuePeriods } from '../readers/value-periods.ts'
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
  (deps: ApiDeps, periods: ValuePeriods): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/historical/:cityId',
      {
        config: { role: 'read', original: OriginalHistory },
        schema: {
          ...SHARED,
          summary: 'Past conditions of a city',
          params: CityIdParams,
          querystring: IdQuery,
        },
      },
      async (request, reply) =>
        answer(
          { ...deps, periods },
          await requireCity(deps, String(request.params.cityId)),
          request,
          reply,
        ),
    )

    app.get(
      '/historical',
      {
        config: { role: 'read', original: OriginalHistory },
        schema: {
          ...SHARED,
          summary: 'Past conditions of a city, by its name',
          querystring: NameQuery,
        },
      },
      async (request, reply) => {
        const { city, country } = request.query
        return answer({ ...deps, periods }, await requireCity(deps, city, country), request, reply)
      },
    )
  }

type Deps = ApiDeps & { readonly periods: ValuePeriods }

async function answer(deps: Deps, city: ListedCity, request: FastifyRequest, reply: FastifyReply) {
  const query = request.query as IdQuery
  const { cursor: given, interval = 'day', days, limit } = query
  const { units, isOriginal } = shapeOf(query)
  const cursor = given === undefined ? { to: deps.now(), from: new Date(0) } : readCursor(given)
  const question = { city, days, limit, cursor }
  if (isOriginal) {
    const { rows, nextCursor } = await readOriginalHistory(deps, question)
    deps.counter.countRead(city.id)
    if (sentAlready(request, reply, [rows, nextCursor !== null])) return reply
    if (nextCursor !== null) linkNext(request, reply, nextCursor)
    return sendOriginal(reply, OriginalHistory, rows)
  }
  const body = await readHistory(deps, { ...question, interval, units })
  deps.counter.countRead(city.id)
  addVary(reply, 'accept')
  const isCsv = isCsvWanted(request, query)
  if (sentAlready(request, reply, [isCsv, lasting(body)])) return reply
  if (body.next_cursor !== null) linkNext(request, reply, body.next_cursor)
  if (!isCsv) return body
  void reply.type('text/csv; charset=utf-8; header=present')
  return historyCsv(deps.settings.mode === 'demo' ? { ...body, simulated: true } : body)
}

const isCsvWanted = (request: FastifyRequest, { format }: IdQuery): boolean =>
  format === 'csv' ||
  (format === undefined && isPreferredToJson(request.headers.accept, 'text/csv'))

/** The moment of the question is in the end of the span, in the cursor, and in what is kept. */
const lasting = ({ to: _, kept, next_cursor: next, ...body }: HistoryBody) => [
  body,
  kept.note,
  next !== null,
]

/** What is stored of the past changes little: a page may be a minute old. */
const PAGE_SECONDS = 60

/** The tag is of what is stored and of the request. Without a date: rows are deleted as well. */
function sentAlready(request: FastifyRequest, reply: FastifyReply, content: unknown): boolean {
  const hash = createHash('sha1').update(JSON.stringify([request.query, content]))
  return sentTagged(request, reply, {
    etag: `W/"${hash.digest('base64url')}"`,
    cacheControl: keptFor(request, PAGE_SECONDS),
  })
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
