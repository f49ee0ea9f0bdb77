import { get, type IncomingMessage } from 'node:http'
import { until } from '../until.ts'

export interface ReceivedEvent {
  readonly id: string
  readonly event: string
  readonly data: Record<string, unknown>
}

/** A client of server-sent events, with what it has received so far. */
export interface EventClient {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly events: readonly ReceivedEvent[]
  readonly comments: () => number
  /** Reads no more, until it resumes. */
  pause(): void
  resume(): void
  /** The first one of this kind that is there, or comes. */
  first(event: string): Promise<ReceivedEvent>
  count(events: number): Promise<void>
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>
  close(): void
}

export async function listenTo(
  address: string,
  headers: Record<string, string> = {},
): Promise<EventClient> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(address, { headers, agent: false }, resolve).once('error', reject)
  })
  const events: ReceivedEvent[] = []
  let comments = 0
  let rest = ''
  answer.setEncoding('utf8')
  answer.on('data', (text: string) => {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      if (block.startsWith(':')) comments++
      else if (block.startsWith('id:')) events.push(eventOf(block))
    }
  })
  const ended = new Promise<void>((resolve) => {
    answer.once('end', resolve)
    answer.once('error', () => {
      resolve()
    })
  })
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    events,
    comments: () => comments,
    pause: () => answer.pause(),
    resume: () => answer.resume(),
    first: (kind) =>
      until(() => events.find(({ event }) => event === kind), { what: `event ${kind}` }),
    async count(wanted) {
      await until(() => events.length >= wanted, { what: `${wanted} events` })
    },
    ended,
    close: () => answer.destroy(),
  }
}

function eventOf(block: string): ReceivedEvent {
  const fields = Object.fromEntries(
    block.split('\n').map((line) => {
      const cut = line.indexOf(': ')
      return [line.slice(0, cut), line.slice(cut + 2)]
    }),
  )
  return {
    id: fields['id'] ?? '',
    event: fields['event'] ?? '',
    data: JSON.parse(fields['data'] ?? '{}') as Record<string, unknown>,
  }
}
