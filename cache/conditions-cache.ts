import { Type, type StaticDecode } from 'typebox'
import { Value } from 'typebox/value'
import type { CityId } from '../domain/city.ts'
import { CONDITIONS, INTENSITIES } from '../domain/condition.ts'
import { PROVIDER_IDS } from '../domain/provider.ts'
import { BASES } from '../domain/reading.ts'
import type { CachePort, SetOptions } from './cache-port.ts'
import { CACHE_SECONDS, cacheKeys } from './keys.ts'

const ISO_MOMENT = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$'

const moment = () =>
  Type.Codec(Type.String({ pattern: ISO_MOMENT }))
    .Decode((text) => new Date(text))
    .Encode((at) => at.toISOString())
const number = () => Type.Union([Type.Number(), Type.Null()])
const orNull = <T extends string>(values: readonly T[]) =>
  Type.Unsafe<T | null>({ enum: [...values, null] })
const oneOf = <T extends string>(values: readonly T[]) => Type.Unsafe<T>({ enum: [...values] })

const Served = Type.Object({
  cityId: Type.Integer(),
  provider: oneOf(PROVIDER_IDS),
  validAt: moment(),
  basis: oneOf(BASES),
  temperatureC: number(),
  apparentTemperatureC: number(),
  relativeHumidityPct: number(),
  pressureMslHpa: number(),
  visibilityKm: number(),
  uvIndex: number(),
  windSpeedKmh: number(),
  windGustKmh: number(),
  windDirectionDeg: number(),
  cloudCoverPct: number(),
  precipitationMm: number(),
  precipitationWindowMinutes: number(),
  condition: orNull(CONDITIONS),
  intensity: orNull(INTENSITIES),
  isDay: Type.Union([Type.Boolean(), Type.Null()]),
  sunriseAt: Type.Union([moment(), Type.Null()]),
  sunsetAt: Type.Union([moment(), Type.Null()]),
  derived: Type.Array(Type.String()),
  fetchedAt: moment(),
  confirmedAt: moment(),
  runId: Type.String(),
})

/** The conditions a city is served with: the row the database calls its latest. */
export type ServedConditions = StaticDecode<typeof Served>

export interface ConditionsCache {
  /** What is not there, or of another version of this program, is absent. */
  get(cityIds: readonly CityId[]): Promise<ReadonlyMap<CityId, ServedConditions>>
  /** Takes what the database serves, after it was stored: only there older never replaces newer. */
  set(served: readonly ServedConditions[], options?: SetOptions): Promise<void>
}

export function createConditionsCache(cache: CachePort): ConditionsCache {
  return {
    async get(cityIds) {
      const texts = await cache.getMany(cityIds.map((id) => cacheKeys.conditions(id)))
      const served = [...texts.values()].flatMap((text) => revived(text))
      return new Map(served.map((conditions) => [conditions.cityId, conditions]))
    },
    async set(served, options) {
      const entries = served.map((conditions) => ({
        key: cacheKeys.conditions(conditions.cityId),
        value: JSON.stringify(conditions),
      }))
      await cache.setMany(entries, CACHE_SECONDS.conditions, options)
    },
  }
}

function revived(text: string): ServedConditions[] {
  try {
    return [Value.Decode(Served, JSON.parse(text))]
  } catch {
    return []
  }
}
