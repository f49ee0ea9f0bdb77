/** An event of a stream, serialised once for all who listen. */
export interface RunEvent {
  /** In ms since 1970; it never falls, also from one process to the next. */
  readonly atMs: number
  /** After the end of the run there is no other. */
  readonly isEnd: boolean
  readonly chunk: Buffer
}

const END = '-end'

/** Of an event in a stream: where a client that comes again goes on. */
export interface EventPlace {
  readonly atMs: number
  readonly isEnd: boolean
}

export const EVENT_ID_PATTERN = `^[0-9]{1,15}(${END})?$`

export const placeOf = (eventId: string): EventPlace => ({
  atMs: Number.parseInt(eventId, 10),
  isEnd: eventId.endsWith(END),
})

export function runEvent({ atMs, isEnd }: EventPlace, body: object): RunEvent {
  const id = `${atMs}${isEnd ? END : ''}`
  const name = isEnd ? 'result' : 'progress'
  const chunk = Buffer.from(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(body)}\n\n`)
  return { atMs, isEnd, chunk }
}

/** Without an id, so that a client that comes again goes on after the last run's event. */
export const clockEvent = (name: 'hello' | 'beat', at: Date): Buffer =>
  Buffer.from(`event: ${name}\ndata: ${JSON.stringify({ server_time: at.toISOString() })}\n\n`)
