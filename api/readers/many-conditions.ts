import type { CityCache } from '../../cache/city-cache.ts'
import type { ConditionsCache } from '../../cache/conditions-cache.ts'
import type { Database } from '../../db/database.ts'
import { isDatabaseUnavailable } from '../../db/queries/faults.ts'
import type { FoundCity } from '../../db/queries/find-city.ts'
import { findCities, type FoundCities } from '../../db/queries/find-cities.ts'
import { MAX_CITY_ID, type City, type CityId } from '../../domain/city/city.ts'
import { ageSeconds } from '../../domain/weather/freshness.ts'
import type { StoredConditions } from '../../domain/weather/reading.ts'
import type { ReadCounter } from '../background/read-counter.ts'
import type { AmbiguousName } from '../schemas/city.ts'
import { lookupOf, type CityLookup } from './city-lookup.ts'
import type { CityNames } from './city-names.ts'
import type { Served } from './stored-values.ts'

export interface ManyReader {
  readonly db: Database
  readonly cities: CityCache
  readonly cityNames: CityNames
  readonly entries: ConditionsCache
  readonly counter: ReadCounter
  readonly now: () => Date
  readonly freshSeconds: number
}

export interface CityValue {
  readonly city: City
  readonly served: Served<StoredConditions>
}

/** Each in the order in which it was asked for; a city named twice is one city. */
export interface ManyConditions {
  readonly values: readonly CityValue[]
  readonly withoutData: readonly City[]
  readonly unknown: readonly string[]
  readonly ambiguous: readonly AmbiguousName[]
}

/** What no cache has is looked up in one query. */
export async function manyConditions(
  reader: ManyReader,
  wanted: readonly string[],
): Promise<ManyConditions> {
  const ids = wanted.filter(isId).map(Number).filter(isPossible)
  const names = wanted.filter((one) => !isId(one))
  const named = new Map(names.map((name) => [name, reader.cityNames.kept(name)]))
  const cached = await fromCache(reader, ids, [...named.values()].flatMap(cityOf))
  const missing = {
    ids: cached.asked.filter((id) => !cached.trusted.has(id)),
    names: names.filter((name) => !named.get(name)),
  }
  const found = await stored(reader, missing, cached)
  const lookups = wanted.map((one): Lookup => {
    if (!isId(one)) return lookupOf(one, named.get(one) ?? found?.byName(one) ?? UNKNOWN)
    const city = cached.cities.get(Number(one)) ?? found?.cities.get(Number(one))
    return city ? { kind: 'found', city } : { kind: 'unknown', name: one, suggestions: [] }
  })
  return sorted(lookups, (cityId) => {
    const fresh = found?.conditions.get(cityId)
    if (fresh) return { value: fresh, from: 'database' }
    const kept = found && missing.ids.includes(cityId) ? undefined : cached.conditions.get(cityId)
    return kept && { value: kept, from: 'cache' }
  })
}

/** A cached city does not say whether it is kept fresh. */
type Lookup = CityLookup | { readonly kind: 'found'; readonly city: City }

const UNKNOWN: FoundCity = { kind: 'unknown', suggestions: [] }

const cityOf = (found: FoundCity | undefined): City[] =>
  found?.kind === 'found' ? [found.city] : []

const isId = (text: string): boolean => /^\d+$/.test(text)
const isPossible = (id: number): boolean => id >= 1 && id <= MAX_CITY_ID

interface Cached {
  /** The cities of which the cache was asked. */
  readonly asked: readonly CityId[]
  readonly cities: ReadonlyMap<CityId, City>
  readonly conditions: ReadonlyMap<CityId, StoredConditions>
  /** Cities that are served without a look into the database. */
  readonly trusted: ReadonlySet<CityId>
}

async function fromCache(
  { cities, entries, now, freshSeconds }: ManyReader,
  ids: readonly CityId[],
  named: readonly City[],
): Promise<Cached> {
  const asked = [...new Set([...ids, ...named.map(({ id }) => id)])]
  const [byId, conditions] = await Promise.all([cities.get(ids), entries.get(asked)])
  const known = new Map([...named.map((city) => [city.id, city] as const), ...byId])
  const at = now()
  const trusted = [...conditions.values()].filter(
    ({ cityId, confirmedAt }) => known.has(cityId) && ageSeconds(confirmedAt, at) <= freshSeconds,
  )
  return { asked, cities: known, conditions, trusted: new Set(trusted.map(({ cityId }) => cityId)) }
}

/** Undefined where nothing was looked up, or the database is away and the cache has all of it. */
async function stored(
  { db, cities, cityNames, entries, counter }: ManyReader,
  wanted: { readonly ids: readonly CityId[]; readonly names: readonly string[] },
  cached: Cached,
): Promise<FoundCities | undefined> {
  for (const _ of cached.trusted) counter.countCacheUse('conditions', 'hit')
  if (wanted.ids.length === 0 && wanted.names.length === 0) return undefined
  const keep = cityNames.keeper()
  try {
    const found = await findCities(db, wanted)
    const isAsked = (id: CityId): boolean => wanted.ids.includes(id)
    // Of a city by a name that was not known the cache was not asked: that misses nothing.
    for (const id of found.conditions.keys()) {
      if (isAsked(id)) counter.countCacheUse('conditions', 'miss')
    }
    for (const name of wanted.names) keep(name, found.byName(name))
    await Promise.all([
      cities.set(
        [...found.cities.values()].filter(({ id }) => isAsked(id)),
        { onlyIfAbsent: true },
      ),
      entries.set([...found.conditions.values()], { onlyIfAbsent: true }),
    ])
    return found
  } catch (error) {
    const isKept = wanted.ids.every((id) => cached.cities.has(id) && cached.conditions.has(id))
    if (wanted.names.length === 0 && isKept && isDatabaseUnavailable(error)) return undefined
    throw error
  }
}

function sorted(
  lookups: readonly Lookup[],
  servedOf: (cityId: CityId) => Served<StoredConditions> | undefined,
): ManyConditions {
  const values = new Map<CityId, CityValue>()
  const withoutData = new Map<CityId, City>()
  const unknown = new Set<string>()
  const ambiguous = new Map<string, AmbiguousName>()
  for (const lookup of lookups) {
    if (lookup.kind === 'unknown') unknown.add(lookup.name)
    if (lookup.kind === 'ambiguous') ambiguous.set(lookup.ambiguous.name, lookup.ambiguous)
    if (lookup.kind !== 'found') continue
    const served = servedOf(lookup.city.id)
    if (served) values.set(lookup.city.id, { city: lookup.city, served })
    else withoutData.set(lookup.city.id, lookup.city)
  }
  return {
    values: [...values.values()],
    withoutData: [...withoutData.values()],
    unknown: [...unknown],
    ambiguous: [...ambiguous.values()],
  }
}
