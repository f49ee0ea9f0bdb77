export interface Random {
  readonly seed: number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
}

/** The seed of a run that is to be repeated; a new one otherwise. */
const chosenSeed = (): number => Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000)

/** Mulberry32: the same numbers for the same seed. */
export function seededRandom(seed = chosenSeed()): Random {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { seed, between: (low, high) => low + Math.floor(next() * (high - low + 1)) }
}
