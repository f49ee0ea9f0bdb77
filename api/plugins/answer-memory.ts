import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import { showsToken } from '../session-cookie.ts'
import { AnswersOfSecond, type Answer } from './answers-of-second.ts'

/** What the answer says of itself; all else is of the request. */
const OWN_HEADERS = ['content-type', 'etag', 'cache-control', 'vary', 'last-modified']

/** What is of one request or connection alone. */
const NOT_AGAIN = ['x-request-id', 'connection', 'content-length']

/** Request headers on which neither a check nor an answer depends. */
const NEUTRAL_HEADERS = new Set([
  ...['host', 'connection', 'user-agent', 'sec-fetch-mode'],
  ...['accept', 'accept-encoding', 'accept-language'],
])

type Headers = Readonly<Record<string, string>>

/** Names and values in turns, as Node takes them. */
type RawHeaders = readonly string[]

export interface AnswerMemory {
  /** Answers those who passed all checks in this second with the same request. */
  answered(request: IncomingMessage, response: ServerResponse): boolean
  /** Hooks of a route whose answers may be remembered. */
  readonly hooks: Pick<RouteShorthandOptions, 'preParsing' | 'onSend'>
  /** Says that this answer may be given again, and how such a read is counted. */
  offer(request: FastifyRequest, count: () => void): void
  /** From now on every request is for the framework to refuse. */
  close(): void
}

/**
 * Gives the text of an answer again to all who ask for the same within the same second: ages in
 * bodies are whole seconds. For all it stands behind the checks of caller and rate, before the
 * parsing; for callers that show no token and are under no limit it also stands before the checks,
 * whose decision of this second holds for what they decide on: addresses, host and URL.
 */
export function createAnswerMemory(now: () => Date): AnswerMemory {
  const checked = new AnswersOfSecond<Headers>(now)
  const admitted = new AnswersOfSecond<RawHeaders>(now)
  const offered = new WeakMap<FastifyRequest, () => void>()
  let isClosed = false

  function remember(request: FastifyRequest, reply: FastifyReply, text: string): void {
    const count = offered.get(request)
    const key = keyOf(request)
    if (!count || key === undefined || reply.statusCode !== 200) return
    checked.remember(key, { text, count, headers: ownHeaders(reply) })
    const admittedKey = request.isRateExempt ? admittedKeyOf(request.raw) : undefined
    if (admittedKey === undefined) return
    admitted.remember(admittedKey, { text, count, headers: rawHeaders(reply, text) })
  }

  return {
    answered(request, response) {
      const known = isClosed ? undefined : admitted.recall(admittedKeyOf(request))
      if (known) send(response, known)
      return known !== undefined
    },
    hooks: {
      preParsing: (request, reply, payload, done) => {
        const known = checked.recall(keyOf(request))
        if (known) reply.headers(known.headers).send(known.text)
        else done(null, payload)
      },
      onSend: (request, reply, payload, done) => {
        if (typeof payload === 'string') remember(request, reply, payload)
        done(null, payload)
      },
    },
    offer: (request, count) => void offered.set(request, count),
    close() {
      isClosed = true
    },
  }
}

function send(response: ServerResponse, { headers, text }: Answer<RawHeaders>): void {
  response.writeHead(200, [...headers, 'x-request-id', randomUUID()]).end(text)
}

const textHeaders = (reply: FastifyReply): [string, string][] =>
  Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )

const ownHeaders = (reply: FastifyReply): Headers =>
  Object.fromEntries(textHeaders(reply).filter(([name]) => OWN_HEADERS.includes(name)))

const rawHeaders = (reply: FastifyReply, text: string): RawHeaders => [
  ...textHeaders(reply)
    .filter(([name]) => !NOT_AGAIN.includes(name))
    .flat(),
  'content-length',
  String(Buffer.byteLength(text)),
]

/** Undefined where a check might decide by something else. */
function admittedKeyOf(request: IncomingMessage): string | undefined {
  const { rawHeaders, socket } = request
  if (request.method !== 'GET') return undefined
  let host: string | undefined
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? ''
    if (!NEUTRAL_HEADERS.has(name)) return undefined
    if (name !== 'host') continue
    if (host !== undefined) return undefined
    host = rawHeaders[at + 1]
  }
  return `${socket.remoteAddress} ${socket.localAddress} ${socket.localPort} ${host} ${request.url}`
}

/** Requests with a condition, or from a page of another origin, are answered one by one. */
function keyOf(request: FastifyRequest): string | undefined {
  const { method, raw, headers } = request
  const isPlain =
    method === 'GET' &&
    headers['if-none-match'] === undefined &&
    headers['if-modified-since'] === undefined &&
    headers.origin === undefined
  if (!isPlain) return undefined
  return `${showsToken(request) ? 'private' : 'public'} ${raw.url}`
}
