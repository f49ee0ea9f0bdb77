/** The API says something every 15 seconds: after two misses the stream is lost. */
const SILENCE_MS = 35_000

export interface Heard {
  /** When the stream was last heard of, by the clock of this machine; null before it was. */
  readonly atMs: number | null
  /** Whether the browser says that the connection broke. */
  readonly isBroken: boolean
}

export type LiveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'lost'; readonly sinceMs: number }

export function liveStateOf({ atMs, isBroken }: Heard, openedMs: number, nowMs: number): LiveState {
  if (atMs === null) {
    return isBroken || nowMs - openedMs > SILENCE_MS
      ? { kind: 'lost', sinceMs: openedMs }
      : { kind: 'connecting' }
  }
  return isBroken || nowMs - atMs > SILENCE_MS ? { kind: 'lost', sinceMs: atMs } : { kind: 'live' }
}
