import type { FastifyReply } from 'fastify'
import { EventStream } from './event-stream.ts'
import { Problem } from './problem.ts'

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

/** How soon a client that found no place should come again. */
const RETRY_SECONDS = 30

const COMMENT = Buffer.from(': heartbeat\n\n')

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
  const listeners = new Map<EventStream, Listener>()
  let beating: NodeJS.Timeout | undefined

  function add(stream: EventStream, listener: Listener): void {
    listeners.set(stream, listener)
    beating ??= setInterval(() => {
      for (const [one, its] of listeners) void beat(one, its)
    }, heartbeatMs).unref()
    stream.onClosed(() => {
      listeners.delete(stream)
      if (listeners.size > 0) return
      clearInterval(beating)
      beating = undefined
    })
  }

  return {
    open(reply, mayListen, heartbeat = () => COMMENT) {
      if (listeners.size >= maxStreams) throw tooMany(maxStreams)
      const stream = new EventStream(reply, headers)
      add(stream, { mayListen, heartbeat })
      return stream
    },
    close() {
      for (const stream of listeners.keys()) stream.end()
    },
  }
}

/** A token can be revoked, or expire, while its client listens. */
async function beat(stream: EventStream, { mayListen, heartbeat }: Listener): Promise<void> {
  if (await mayListen()) stream.offer(heartbeat())
  else stream.end()
}

const tooMany = (maxStreams: number): Problem =>
  new Problem(
    'too-many-listeners',
    `${maxStreams} listen already: come again in ${RETRY_SECONDS} s.`,
    {
      headers: { 'retry-after': String(RETRY_SECONDS) },
    },
  )
