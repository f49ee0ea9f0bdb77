import { LRUCache } from 'lru-cache'
import { MEMORY_SECONDS } from '../../cache/keys.ts'
import type { FoundCity } from '../../db/queries/find-city.ts'

/** Which city a name means; what was found is kept, because a read by name would cost a query each time. */
export interface CityNames {
  find(name: string, countryCode?: string): Promise<FoundCity>
  /** To be called when a city was added, or is kept fresh or not. */
  forget(): void
}

export interface CityNamesOptions {
  /** Other processes change cities too: this is how long a change of theirs may go unseen. */
  readonly keepSeconds?: number
}

/** A few MB, even of names that several cities have. */
const MAX_NAMES = 2_000

type Find = (name: string, countryCode: string | undefined) => Promise<FoundCity>

interface Asked {
  readonly name: string
  readonly countryCode: string | undefined
}

export function createCityNames(
  find: Find,
  { keepSeconds = MEMORY_SECONDS }: CityNamesOptions = {},
): CityNames {
  const found = new LRUCache<string, FoundCity, Asked>({
    max: MAX_NAMES,
    ttl: keepSeconds * 1000,
    // What is being looked up while names are forgotten is answered, and not kept.
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context: { name, countryCode } }) => find(name, countryCode),
  })
  return {
    find: (name, countryCode) =>
      found.forceFetch(`${countryCode?.toUpperCase() ?? ''} ${name}`, {
        context: { name, countryCode },
      }),
    forget: () => found.clear(),
  }
}
