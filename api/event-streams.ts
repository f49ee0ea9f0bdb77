import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'
import { Problem } from './problem.ts'

/** One client's stream of server-sent events. */
export interface EventStream {
  /** Left out where the client has not yet taken what came before: it costs no memory. */
  offer(chunk: Buffer): void
  /** Sent as long as the client is not far behind: then it is let go, and comes again. */
  insist(chunk: Buffer): void
  /** Sent in any case; then the stream is over. */
  end(chunk?: Buffer): void
  onClosed(done: () => void): void
}

/** What keeps a stream open: a comment, which no listener sees, where absent. */
export type Heartbeat = () => Buffer

/** Whether a client may still listen; it never throws. */
export type MayListen = () => Promise<boolean>

export interface EventStreams {
  /** @throws Problem `too-many-listeners`. */
  open(reply: FastifyReply, mayListen: MayListen, heartbeat?: Heartbeat): EventStream
  /** Ends them all. */
  close(): void
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Proxies that collect an answer before they pass it on would keep the events.
  'x-accel-buffering': 'no',
  // A server that closes waits for no connection that could be used again.
  connection: 'close',
}

/** How soon a client that found no place should come again. */
const RETRY_SECONDS = 30

/** How soon a client comes again whose connection broke. */
const OPENING = Buffer.from('retry: 2000\n\n')
const COMMENT = Buffer.from(': heartbeat\n\n')

/** More than a few results. */
const MAX_BEHIND_BYTES = 256 * 1024

interface Listener {
  readonly mayListen: MayListen
  readonly heartbeat: Heartbeat
}

export interface EventStreamsOptions {
  /** Proxies end a connection on which nothing is sent for about a minute. */
  readonly heartbeatMs: number
  readonly maxStreams: number
  /** On every stream, beside those of the reply. */
  readonly headers: Readonly<Record<string, string>>
}

export function createEventStreams({
  heartbeatMs,
  maxStreams,
  headers,
}: EventStreamsOptions): EventStreams {
  const responses = new Map<ServerResponse, Listener>()
  let beating: NodeJS.Timeout | undefined

  function offer(response: ServerResponse, chunk: Buffer): void {
    if (!response.writableEnded && !response.writableNeedDrain) response.write(chunk)
  }

  /** A token can be revoked, or expire, while its client listens. */
  async function beat(response: ServerResponse, { mayListen, heartbeat }: Listener): Promise<void> {
    if (await mayListen()) offer(response, heartbeat())
    else response.end()
  }

  function add(response: ServerResponse, listener: Listener): void {
    // A client may leave before its stream begins; nothing says so afterwards.
    if (response.destroyed) return
    responses.set(response, listener)
    beating ??= setInterval(() => {
      for (const [one, its] of responses) void beat(one, its)
    }, heartbeatMs).unref()
    response.once('close', () => {
      responses.delete(response)
      if (responses.size > 0) return
      clearInterval(beating)
      beating = undefined
    })
  }

  return {
    open(reply, mayListen, heartbeat = () => COMMENT) {
      if (responses.size >= maxStreams) throw tooMany(maxStreams)
      // A stream lasts longer than an answer may take; from here on it is ours.
      reply.hijack()
      const response = reply.raw
      response.writeHead(200, {
        ...(reply.getHeaders() as OutgoingHttpHeaders),
        ...headers,
        ...HEADERS,
      })
      response.write(OPENING)
      add(response, { mayListen, heartbeat })
      return {
        offer: (chunk) => {
          offer(response, chunk)
        },
        insist: (chunk) => {
          if (response.writableLength > MAX_BEHIND_BYTES) response.destroy()
          else if (!response.writableEnded) response.write(chunk)
        },
        end: (chunk) => {
          if (!response.writableEnded) response.end(chunk)
        },
        onClosed(done) {
          if (response.destroyed) done()
          else response.once('close', done)
        },
      }
    },
    close() {
      for (const response of responses.keys()) response.end()
    },
  }
}

const tooMany = (maxStreams: number): Problem =>
  new Problem(
    'too-many-listeners',
    `${maxStreams} listen already: come again in ${RETRY_SECONDS} s.`,
    {
      headers: { 'retry-after': String(RETRY_SECONDS) },
    },
  )
