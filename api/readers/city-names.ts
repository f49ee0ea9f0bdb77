import { LRUCache } from 'lru-cache'
import { MEMORY_SECONDS } from '../../cache/keys.ts'
import type { FoundCity } from '../../db/queries/find-city.ts'

/** Which city a name means; what was found is kept, because a read by name would cost a query each time. */
export interface CityNames {
  find(name: string, countryCode?: string): Promise<FoundCity>
  /** Without a look-up: what is kept of names without a country of their own. */
  kept(name: string): FoundCity | undefined
  /**
   * For who looks up many at once: keeps what they find, unless names are forgotten before that.
   * Nothing is kept of an unknown name, for which nothing was suggested.
   */
  keeper(): (name: string, found: FoundCity) => void
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
  const keyOf = (name: string, countryCode = ''): string => `${countryCode.toUpperCase()} ${name}`
  let forgotten = 0
  return {
    find: (name, countryCode) =>
      found.forceFetch(keyOf(name, countryCode), { context: { name, countryCode } }),
    kept: (name) => found.get(keyOf(name)),
    keeper() {
      const before = forgotten
      return (name, one) => {
        if (one.kind !== 'unknown' && before === forgotten) found.set(keyOf(name), one)
      }
    },
    forget() {
      forgotten += 1
      found.clear()
    },
  }
}
