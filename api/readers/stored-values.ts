import type { CityEntries } from '../../cache/city-entries.ts'
import type { EntryKind } from '../../cache/keys.ts'
import type { ReadCopies } from '../../cache/read-copies.ts'
import { isDatabaseUnavailable } from '../../db/queries/faults.ts'
import type { CityId } from '../../domain/city/city.ts'
import { ageSeconds } from '../../domain/weather/freshness.ts'
import type { StoredConditions } from '../../domain/weather/reading.ts'
import type { ReadCounter } from '../background/read-counter.ts'

export interface Served<Value> {
  readonly value: Value
  readonly from: 'cache' | 'database'
}

export interface ValueReader<Value> {
  /** A city without a value is absent. */
  read(cityIds: readonly CityId[]): Promise<ReadonlyMap<CityId, Served<Value>>>
  /** Past the cache, for what was refreshed a moment ago. */
  readStored(cityIds: readonly CityId[]): Promise<ReadonlyMap<CityId, Served<Value>>>
}

interface ReaderSource<Value, Entry> {
  readonly kind: EntryKind
  readonly entries: CityEntries<Entry>
  readonly counter: ReadCounter
  /** From the database. */
  readonly load: (cityIds: readonly CityId[]) => Promise<readonly Value[]>
  readonly valueOf: (entry: Entry) => Value
  /** Whether a cached entry is served without a look into the database. */
  readonly isTrusted: (entry: Entry) => boolean
  readonly store: (values: readonly Value[]) => Promise<unknown>
}

/**
 * From the cache while an entry is trusted, else from the database: while Redis was down a newer
 * value may not have reached the cache. Where the database is down, a stale entry is served.
 */
function createValueReader<Value extends { readonly cityId: CityId }, Entry>(
  source: ReaderSource<Value, Entry>,
): ValueReader<Value> {
  const { kind, entries, counter, load, valueOf, isTrusted, store } = source

  async function readStored(cityIds: readonly CityId[]) {
    const values = await load(cityIds)
    for (const _ of values) counter.countCacheUse(kind, 'miss')
    await store(values)
    return new Map(values.map((value) => [value.cityId, { value, from: 'database' as const }]))
  }

  return {
    readStored,
    async read(cityIds) {
      const cached = await entries.get(cityIds)
      const served = new Map<CityId, Served<Value>>()
      const serve = (cityId: CityId, entry: Entry): void => {
        counter.countCacheUse(kind, 'hit')
        served.set(cityId, { value: valueOf(entry), from: 'cache' })
      }
      for (const [cityId, entry] of cached) if (isTrusted(entry)) serve(cityId, entry)
      const missing = cityIds.filter((cityId) => !served.has(cityId))
      if (missing.length === 0) return served
      try {
        for (const [cityId, one] of await readStored(missing)) served.set(cityId, one)
      } catch (error) {
        const isKept = missing.every((cityId) => cached.has(cityId))
        if (!isKept || !isDatabaseUnavailable(error)) throw error
        for (const [cityId, entry] of cached) if (!served.has(cityId)) serve(cityId, entry)
      }
      return served
    },
  }
}

export interface ConditionsSource {
  readonly entries: CityEntries<StoredConditions>
  readonly counter: ReadCounter
  readonly now: () => Date
  /** For how long a cached value is served without a look into the database. */
  readonly freshSeconds: number
  readonly load: (cityIds: readonly CityId[]) => Promise<readonly StoredConditions[]>
}

/** Writers put new conditions into the cache, so an entry is trusted by its own age. */
export const createConditionsReader = ({
  entries,
  counter,
  now,
  freshSeconds,
  load,
}: ConditionsSource): ValueReader<StoredConditions> =>
  createValueReader({
    kind: 'conditions',
    entries,
    counter,
    load,
    valueOf: (entry) => entry,
    isTrusted: ({ confirmedAt }) => ageSeconds(confirmedAt, now()) <= freshSeconds,
    store: (values) => entries.set(values, { onlyIfAbsent: true }),
  })

/** A minute is little beside the hour or more after which these products are refreshed. */
export const COPY_TRUSTED_SECONDS = 60

export interface CopySource<Value> {
  readonly kind: EntryKind
  readonly entries: ReadCopies<Value>
  readonly counter: ReadCounter
  readonly now: () => Date
  readonly load: (cityIds: readonly CityId[]) => Promise<readonly Value[]>
}

/** Only readers put these into the cache, so a copy is trusted by the time since it was read. */
export const createCopyReader = <Value extends { readonly cityId: CityId }>({
  kind,
  entries,
  counter,
  now,
  load,
}: CopySource<Value>): ValueReader<Value> =>
  createValueReader({
    kind,
    entries,
    counter,
    load,
    valueOf: ({ value }) => value,
    isTrusted: ({ readAt }) => ageSeconds(readAt, now()) <= COPY_TRUSTED_SECONDS,
    store: (values) => entries.set(values.map((value) => ({ value, readAt: now() }))),
  })
