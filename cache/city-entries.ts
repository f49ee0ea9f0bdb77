import { LRUCache } from 'lru-cache'
import type { StaticDecode, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
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

/** As many as this process's own memory of the cache holds. */
const MAX_REMEMBERED = 50_000

export function createCityEntries<Schema extends TSchema>(
  cache: CachePort,
  { kind, schema, cityIdOf, keepSeconds }: EntriesOptions<Schema>,
): CityEntries<StaticDecode<Schema>> {
  const keyOf = cacheKeys[kind]
  const validator = Compile(schema)
  const parsed = new ParsedTexts<StaticDecode<Schema>>((text) => validator.Decode(JSON.parse(text)))
  return {
    async get(cityIds) {
      const texts = await cache.getMany(cityIds.map(keyOf))
      const entries = [...texts].flatMap(([key, text]) => parsed.entriesOf(key, text))
      return new Map(entries.map((entry) => [cityIdOf(entry), entry]))
    },
    set(entries, options) {
      const texts = entries.map((entry) => {
        const [key, value] = [keyOf(cityIdOf(entry)), JSON.stringify(entry)]
        // A writer does not read again what it stored for others.
        if (options?.onlyIfAbsent) parsed.remember(key, value, entry)
        return { key, value }
      })
      return cache.setMany(texts, keepSeconds, options)
    },
  }
}

/** Parses a text once: what it says does not change while the cache holds the same text. */
class ParsedTexts<Entry> {
  readonly #parse: (text: string) => Entry
  readonly #latest = new LRUCache<string, { readonly text: string; readonly entry: Entry }>({
    max: MAX_REMEMBERED,
  })

  constructor(parse: (text: string) => Entry) {
    this.#parse = parse
  }

  remember(key: string, text: string, entry: Entry): void {
    this.#latest.set(key, { text, entry })
  }

  /** One, or none where the text is of another version of this program. */
  entriesOf(key: string, text: string): Entry[] {
    const known = this.#latest.get(key)
    if (known?.text === text) return [known.entry]
    try {
      const entry = this.#parse(text)
      this.remember(key, text, entry)
      return [entry]
    } catch {
      return []
    }
  }
}
