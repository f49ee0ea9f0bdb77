import type { CityId } from '../domain/city/city.ts'

/** Every key begins with it: other keys belong to other programs and are never cleared. */
export const KEY_PREFIX = 'weather247:'

/** Kinds of entries about a city, which the API reads and counts. */
export const ENTRY_KINDS = ['conditions', 'city', 'forecast', 'air-quality'] as const

export type EntryKind = (typeof ENTRY_KINDS)[number]

export const entryPrefix = (kind: EntryKind): string => `${KEY_PREFIX}${kind}:`

/** Every key the cache holds. */
export const cacheKeys = {
  conditions: (cityId: CityId) => `${entryPrefix('conditions')}${cityId}`,
  forecast: (cityId: CityId) => `${entryPrefix('forecast')}${cityId}`,
  'air-quality': (cityId: CityId) => `${entryPrefix('air-quality')}${cityId}`,
  city: (cityId: CityId) => `${entryPrefix('city')}${cityId}`,
} as const satisfies Record<EntryKind, (cityId: CityId) => string>

/** What the analytics job leaves for the API. */
export const analyticsKeys = {
  city: (cityId: CityId) => `${KEY_PREFIX}analytics:${cityId}:weekly`,
  overview: `${KEY_PREFIX}analytics:overview`,
} as const

/**
 * How long a process answers from its own memory. The database is the truth and other processes
 * write it, so this is also how long a reader may lag behind.
 */
export const MEMORY_SECONDS = 5
