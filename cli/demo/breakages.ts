/** How a person may break a provider of the demo: what it does, and what the emulator is sent. */
export const BREAKAGES = {
  down: { shows: 'answers every request with 503', fault: { kind: 'status', status: 503 } },
  silent: { shows: 'takes requests and never answers', fault: { kind: 'hang' } },
  slow: { shows: 'answers after 5 seconds', fault: { kind: 'delay', delayMs: 5_000 } },
  'rate-limited': {
    shows: 'answers 429, and asks to wait for a minute',
    fault: { kind: 'status', status: 429, retryAfterSeconds: 60 },
  },
  garbled: { shows: 'answers with what is no JSON', fault: { kind: 'garbage' } },
  flaky: { shows: 'fails every other request', fault: { kind: 'status', status: 503, share: 0.5 } },
  // As its header says it: the ledger believes the provider.
  'nearly-spent': {
    shows: 'says that 40 requests are left of its day',
    fault: { kind: 'header', headers: { 'x-ratelimit-remaining-day': '40' } },
  },
} as const

export type Breakage = keyof typeof BREAKAGES

export const BREAKAGE_NAMES = Object.keys(BREAKAGES) as Breakage[]
