import { Type, type StaticDecode } from 'typebox'
import { CONDITIONS, INTENSITIES } from '../domain/condition.ts'
import { PROVIDER_IDS } from '../domain/provider.ts'
import { BASES } from '../domain/reading.ts'
import type { CachePort } from './cache-port.ts'
import { createCityEntries, type CityEntries } from './city-entries.ts'

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

export type ConditionsCache = CityEntries<ServedConditions>

export const createConditionsCache = (cache: CachePort, keepSeconds: number): ConditionsCache =>
  createCityEntries(cache, {
    kind: 'conditions',
    schema: Served,
    cityIdOf: ({ cityId }) => cityId,
    keepSeconds,
  })
