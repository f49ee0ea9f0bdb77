import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Proxies that collect an answer before they pass it on would keep the events.
  'x-accel-buffering': 'no',
  // A server that closes waits for no connection that could be used again.
  connection: 'close',
}

/** How soon a client comes again whose connection broke. */
const OPENING = Buffer.from('retry: 2000\n\n')

/** More than a few results. */
const MAX_BEHIND_BYTES = 256 * 1024

/** One client's stream of server-sent events. */
export class EventStream {
  readonly #response: ServerResponse

  /** A stream lasts longer than an answer may take: from here on the response is its own. */
  constructor(reply: FastifyReply, headers: Readonly<Record<string, string>>) {
    reply.hijack()
    this.#response = reply.raw
    const given = reply.getHeaders() as OutgoingHttpHeaders
    this.#response.writeHead(200, { ...given, ...headers, ...HEADERS })
    this.#response.write(OPENING)
  }

  /** Left out where the client has not yet taken what came before: it costs no memory. */
  offer(chunk: Buffer): void {
    const { writableEnded, writableNeedDrain } = this.#response
    if (!writableEnded && !writableNeedDrain) this.#response.write(chunk)
  }

  /** Sent as long as the client is not far behind: then it is let go, and comes again. */
  insist(chunk: Buffer): void {
    if (this.#response.writableLength > MAX_BEHIND_BYTES) this.#response.destroy()
    else if (!this.#response.writableEnded) this.#response.write(chunk)
  }

  /** Sent in any case; then the stream is over. */
  end(chunk?: Buffer): void {
    if (!this.#response.writableEnded) this.#response.end(chunk)
  }

  /** At once where the client has left before its stream began: no event says so afterwards. */
  onClosed(done: () => void): void {
    if (this.#response.destroyed) done()
    else this.#response.once('close', done)
  }
}
