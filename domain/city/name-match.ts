/** How a name answers a search, the best first. */
export const NAME_MATCHES = ['exact', 'prefix', 'word_prefix'] as const

export type NameMatch = (typeof NAME_MATCHES)[number]

/** How the folded name `key` answers a folded search; undefined where it does not. */
export function matchOf(key: string, search: string): NameMatch | undefined {
  if (key === search) return 'exact'
  if (key.startsWith(search)) return 'prefix'
  return key.includes(` ${search}`) ? 'word_prefix' : undefined
}

export interface Ranked {
  readonly id: number
  readonly match: NameMatch
  readonly population: number | null
}

/** The best match first, then the most populous. */
export const byRank = (one: Ranked, other: Ranked): number =>
  NAME_MATCHES.indexOf(one.match) - NAME_MATCHES.indexOf(other.match) ||
  (other.population ?? -1) - (one.population ?? -1) ||
  one.id - other.id
