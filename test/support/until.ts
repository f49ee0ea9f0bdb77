import { setTimeout as sleep } from 'node:timers/promises'

export interface UntilOptions {
  readonly what: string
  readonly timeoutMs?: number
  readonly pollMs?: number
}

/** Polls until the value is there; fails by name when it does not come. */
export async function until<Value>(
  look: () => Value | undefined | false | Promise<Value | undefined | false>,
  { what, timeoutMs = 120_000, pollMs = 50 }: UntilOptions,
): Promise<Value> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const value = await look()
    if (value !== undefined && value !== false) return value
    if (Date.now() > deadline) throw new Error(`${what}: not within ${timeoutMs} ms`)
    await sleep(pollMs)
  }
}
