import type {
  FastifyRequest,
  onSendHookHandler,
  preParsingHookHandler,
  RouteShorthandOptions,
} from 'fastify'
import { LRUCache } from 'lru-cache'
import { showsToken } from '../session-cookie.ts'

const MAX_ANSWERS = 5_000
const MAX_CHARACTERS = 32 * 1024 * 1024

/** What the answer says of itself; all else is of the request. */
const OWN_HEADERS = ['content-type', 'etag', 'cache-control', 'vary', 'last-modified'] as const

interface Remembered {
  readonly second: number
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  /** Counts the read that is answered from memory. */
  readonly count: () => void
}

export interface AnswerMemory {
  /** Hooks of a route whose answers may be remembered. */
  readonly hooks: Pick<RouteShorthandOptions, 'preParsing' | 'onSend'>
  /** Says that this answer may be given again, and how such a read is counted. */
  offer(request: FastifyRequest, count: () => void): void
}

/**
 * Gives the text of an answer again to whoever asks for the same within the same second: ages in
 * bodies are whole seconds. It stands behind the checks of caller and rate, before the parsing.
 */
export function createAnswerMemory(now: () => Date): AnswerMemory {
  const memory = new LRUCache<string, Remembered>({
    max: MAX_ANSWERS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ text }, key) => text.length + key.length,
  })
  const offered = new WeakMap<FastifyRequest, () => void>()
  const currentSecond = (): number => Math.floor(now().getTime() / 1000)

  const preParsing: preParsingHookHandler = (request, reply, payload, done) => {
    const key = keyOf(request)
    const known = key === undefined ? undefined : memory.get(key)
    if (known?.second !== currentSecond()) {
      done(null, payload)
      return
    }
    known.count()
    reply.headers(known.headers).send(known.text)
  }

  const onSend: onSendHookHandler = (request, reply, payload, done) => {
    const count = offered.get(request)
    const key = keyOf(request)
    if (count && key !== undefined && reply.statusCode === 200 && typeof payload === 'string') {
      const headers = Object.fromEntries(
        OWN_HEADERS.flatMap((name) => {
          const value = reply.getHeader(name)
          return typeof value === 'string' ? [[name, value]] : []
        }),
      )
      memory.set(key, { second: currentSecond(), text: payload, headers, count })
    }
    done(null, payload)
  }

  return {
    hooks: { preParsing, onSend },
    offer: (request, count) => void offered.set(request, count),
  }
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
