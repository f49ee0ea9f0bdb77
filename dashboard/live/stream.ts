import { computed, signal } from '@preact/signals'
import type { Answer } from '../api.ts'
import { liveStateOf, type Heard, type LiveState } from '../logic/live-state.ts'
import { asServerMs, nowMs, setServerTime } from './clock.ts'

const ADDRESS = '/api/weather/monitoring/events'
const NAME = 'weather247-events'
const EVENTS = ['hello', 'beat', 'progress', 'result', 'changed', 'freshness'] as const
/** A refusal ends an event source for good. */
const AGAIN_MS = 5_000
const POLL_MS = 30_000

type EventName = (typeof EVENTS)[number]

/** What the stream said, or that it broke. */
type News =
  | { readonly kind: 'event'; readonly name: EventName; readonly data: string }
  | { readonly kind: 'broken' }

/** Between tabs: one that is new asks how it stands. */
type Message = News | { readonly kind: 'who' }

export interface TaskEvent {
  readonly name: 'progress' | 'result'
  readonly task: unknown
}

const openedMs = Date.now()
const heard = signal<Heard>({ atMs: null, isBroken: false })

export const live = computed((): LiveState => {
  const state = liveStateOf(heard.value, openedMs, nowMs.value - asServerMs(0))
  return state.kind === 'lost' ? { ...state, sinceMs: asServerMs(state.sinceMs) } : state
})

/** Grows when what is shown may have changed: events are hints, and each part asks again. */
export const pulse = signal(0)

/** To be said after each change of the viewer's own: the event comes later. */
export const changed = (): void => {
  pulse.value++
}

type Freshness = Answer<'/api/weather/monitoring/dashboard'>['freshness']

/** The ages of all cities, as they were sent last. */
export const freshness = signal<Freshness | null>(null)

/** The last event of a run. */
export const taskEvent = signal<TaskEvent | null>(null)

function take(name: EventName, data: string): void {
  heard.value = { atMs: Date.now(), isBroken: false }
  const body = JSON.parse(data) as { readonly server_time?: string }
  if (body.server_time !== undefined) setServerTime(body.server_time)
  if (name === 'progress' || name === 'result') taskEvent.value = { name, task: body }
  if (name === 'freshness') freshness.value = body as Freshness
  else if (name !== 'progress') pulse.value++
}

/** One tab holds the stream and tells the others: a browser opens six connections to a host. */
export function listen(): void {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : undefined
  const tell = (message: Message) => channel?.postMessage(message)
  let isLeader = false
  const lead = () => {
    isLeader = true
    hold(tell)
  }
  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind !== 'who') receive(data)
    // A tab that came later has missed the first event.
    else if (isLeader && live.value.kind === 'live') tell(helloAgain())
  })
  if (channel && 'locks' in navigator) {
    tell({ kind: 'who' })
    void navigator.locks.request(NAME, () => new Promise<never>(lead))
  } else {
    lead()
  }
  setInterval(() => {
    if (live.value.kind === 'lost') pulse.value++
  }, POLL_MS)
}

/** Holds the stream, and passes on what it says. */
function hold(tell: (message: Message) => void): void {
  const source = new EventSource(ADDRESS)
  const pass = (message: News) => {
    receive(message)
    tell(message)
  }
  for (const name of EVENTS) {
    source.addEventListener(name, ({ data }: MessageEvent<string>) => {
      pass({ kind: 'event', name, data })
    })
  }
  source.addEventListener('error', () => {
    pass({ kind: 'broken' })
    if (source.readyState === EventSource.CLOSED) setTimeout(hold, AGAIN_MS, tell)
  })
}

function receive(news: News): void {
  if (news.kind === 'event') take(news.name, news.data)
  else if (!heard.value.isBroken) {
    heard.value = { ...heard.value, isBroken: true }
    // Whether the API is away, or has ended this stream only, an answer tells.
    pulse.value++
  }
}

const helloAgain = (): Message => ({
  kind: 'event',
  name: 'hello',
  data: JSON.stringify({ server_time: new Date(nowMs.value).toISOString() }),
})
