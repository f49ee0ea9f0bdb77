import { Type, type TSchema } from 'typebox'
import { PROVIDER_IDS } from '../domain/provider/provider-catalogue.ts'
import { AIR_QUALITY_FIELDS } from '../domain/weather/air-quality-fields.ts'
import { FORECAST_DAY_FIELDS } from '../domain/weather/forecast-fields.ts'
import {
  AIR_QUALITY_SCALES,
  BASES,
  type ForecastDay,
  type StoredAirQuality,
  type StoredForecast,
} from '../domain/weather/reading.ts'
import type { CachePort } from './cache-port.ts'
import { createCityEntries, type CityEntries } from './city-entries.ts'
import { moment, oneOf, valueSchemas } from './value-codec.ts'

/**
 * What a reader has found in the database. No writer corrects it, so it is trusted by the time since
 * it was read, and kept for longer in case the database is away.
 */
export interface ReadCopy<Value> {
  readonly value: Value
  readonly readAt: Date
}

export type ReadCopies<Value> = CityEntries<ReadCopy<Value>>

const PROVENANCE = {
  cityId: Type.Integer(),
  provider: oneOf(PROVIDER_IDS),
  fetchedAt: moment(),
  confirmedAt: moment(),
  runId: Type.String(),
}

const DAY: Readonly<Record<keyof ForecastDay, TSchema>> = {
  date: Type.String(),
  partial: Type.Boolean(),
  ...valueSchemas(FORECAST_DAY_FIELDS),
}

const FORECAST: Readonly<Record<keyof StoredForecast, TSchema>> = {
  ...PROVENANCE,
  days: Type.Array(Type.Object(DAY)),
  derived: Type.Array(Type.String()),
}

const AIR_QUALITY: Readonly<Record<keyof StoredAirQuality, TSchema>> = {
  ...PROVENANCE,
  validAt: moment(),
  basis: oneOf(BASES),
  ...valueSchemas(AIR_QUALITY_FIELDS),
  indices: Type.Partial(
    Type.Object(Object.fromEntries(AIR_QUALITY_SCALES.map((scale) => [scale, Type.Number()]))),
  ),
}

const copyOf = <Value>(properties: Readonly<Record<keyof Value, TSchema>>) =>
  Type.Unsafe<ReadCopy<Value>>(
    Type.Object({ value: Type.Object({ ...properties }), readAt: moment() }),
  )

export const createForecastCache = (
  cache: CachePort,
  keepSeconds: number,
): ReadCopies<StoredForecast> =>
  createCityEntries(cache, {
    kind: 'forecast',
    schema: copyOf<StoredForecast>(FORECAST),
    cityIdOf: ({ value }) => value.cityId,
    keepSeconds,
  })

export const createAirQualityCache = (
  cache: CachePort,
  keepSeconds: number,
): ReadCopies<StoredAirQuality> =>
  createCityEntries(cache, {
    kind: 'air-quality',
    schema: copyOf<StoredAirQuality>(AIR_QUALITY),
    cityIdOf: ({ value }) => value.cityId,
    keepSeconds,
  })
