import type { Freshness } from './freshness.ts'

export const FRESHNESS_WORDS: Readonly<Record<Freshness, string>> = {
  very_fresh: 'very fresh',
  fresh: 'fresh',
  stale: 'stale',
  very_stale: 'very stale',
  no_data: 'no data',
}
