import type { StaticDecode, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { CityId } from '../domain/city/city.ts'
import type { CachePort, SetOptions } from './cache-port.ts'
import { cacheKeys, type EntryKind } from './keys.ts'

/** One kind of entry about cities. */
export interface CityEntries<Entry> {
  /** What is not there, or of another version of this program, is absent. */
  get(cityIds: readonly CityId[]): Promise<ReadonlyMap<CityId, Entry>>
  /**
   * Takes what the database serves, after it was stored: only there older never replaces newer.
   * False when the cache that processes share did not take it.
   */
  set(entries: readonly Entry[], options?: SetOptions): Promise<boolean>
}

export interface EntriesOptions<Schema extends TSchema> {
  readonly kind: EntryKind
  readonly schema: Schema
  readonly cityIdOf: (entry: StaticDecode<Schema>) => CityId
  /** How long an entry is kept. It is trusted for less: readers judge values by their own age. */
  readonly keepSeconds: number
}

export function createCityEntries<Schema extends TSchema>(
  cache: CachePort,
  { kind, schema, cityIdOf, keepSeconds }: EntriesOptions<Schema>,
): CityEntries<StaticDecode<Schema>> {
  const keyOf = cacheKeys[kind]

  function revived(text: string): StaticDecode<Schema>[] {
    try {
      return [Value.Decode(schema, JSON.parse(text))]
    } catch {
      return []
    }
  }

  return {
    async get(cityIds) {
      const texts = await cache.getMany(cityIds.map(keyOf))
      const entries = [...texts.values()].flatMap(revived)
      return new Map(entries.map((entry) => [cityIdOf(entry), entry]))
    },
    set: (entries, options) =>
      cache.setMany(
        entries.map((entry) => ({ key: keyOf(cityIdOf(entry)), value: JSON.stringify(entry) })),
        keepSeconds,
        options,
      ),
  }
}
