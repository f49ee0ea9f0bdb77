/** Waits stop doubling here: what passes is over in seconds, and a quota's minute is not missed. */
const MAX_MS = 15_000

/** Exponential back-off with jitter: half to all of a wait that doubles with each try. */
export function backOffMs(initialMs: number, tries: number, random = Math.random()): number {
  const wholeMs = Math.min(MAX_MS, initialMs * 2 ** (tries - 1))
  return Math.round(wholeMs * (0.5 + random / 2))
}
