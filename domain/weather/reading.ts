import type { CityId } from '../city/city.ts'
import type { Condition, Intensity } from './condition.ts'
import type { ConditionValues } from './condition-fields.ts'
import type { ProviderId } from '../provider/provider-catalogue.ts'

/**
 * What kind of statement a value is: measured by a station, a model's estimate of the present,
 * or a model's earlier prediction for the present.
 */
export const BASES = ['observed', 'analysis', 'forecast'] as const

export type Basis = (typeof BASES)[number]

/** Where a reading came from. Nothing is stored or served without it. */
export interface Provenance {
  readonly provider: ProviderId
  /** When the provider answered with these values. */
  readonly fetchedAt: Date
}

/** Current conditions in canonical units. */
export interface Conditions extends Provenance, ConditionValues {
  /** The moment the values describe; never in the future. */
  readonly validAt: Date
  readonly basis: Basis
  /** Names of the fields that were computed from others, not sent by the provider. */
  readonly derived: readonly string[]
}

/** Conditions of a city as they are stored, cached and served. */
export interface StoredConditions extends Conditions {
  readonly cityId: CityId
  /** When the provider last said that they still hold. */
  readonly confirmedAt: Date
  /** The run that stored them. */
  readonly runId: string
}

/** One local day of a city. */
export interface ForecastDay {
  /** Local calendar date of the city, YYYY-MM-DD. */
  readonly date: string
  readonly temperatureMaxC: number | null
  readonly temperatureMinC: number | null
  readonly precipitationMm: number | null
  /** 0–1. */
  readonly precipitationProbability: number | null
  readonly windSpeedMaxKmh: number | null
  readonly windGustMaxKmh: number | null
  readonly uvIndexMax: number | null
  readonly condition: Condition | null
  readonly intensity: Intensity | null
  readonly sunriseAt: Date | null
  readonly sunsetAt: Date | null
  /** True where the provider's steps do not cover the whole local day, so extremes may be missed. */
  readonly partial: boolean
}

export interface Forecast extends Provenance {
  readonly days: readonly ForecastDay[]
  /** Names of the day fields aggregated here from the provider's finer steps. */
  readonly derived: readonly string[]
}

/** Index scales are not comparable, so the raw index keeps the name of its scale. */
export const AIR_QUALITY_SCALES = [
  'european-aqi',
  'us-aqi',
  'us-epa-band',
  'gb-defra',
  'openweathermap',
] as const

export type AirQualityScale = (typeof AIR_QUALITY_SCALES)[number]

/** Concentrations in µg/m³. */
export interface AirQuality extends Provenance {
  readonly validAt: Date
  readonly basis: Basis
  readonly pm2_5: number | null
  readonly pm10: number | null
  readonly carbonMonoxide: number | null
  readonly nitrogenDioxide: number | null
  readonly sulphurDioxide: number | null
  readonly ozone: number | null
  readonly ammonia: number | null
  readonly indices: Partial<Readonly<Record<AirQualityScale, number>>>
}

/** What one answer says of one place: any of the requested products. */
export interface Reading {
  readonly conditions?: Conditions
  readonly forecast?: Forecast
  readonly airQuality?: AirQuality
}

/** A value that an answer held and that is not taken, and why. */
export interface Discarded {
  readonly field: string
  readonly reason: string
  /** A weather code or text that is not in the provider's list as it is known here. */
  readonly kind?: 'unknown-code'
}

/** Records a value that is not taken. */
export type Discard = (field: string, reason: string, kind?: Discarded['kind']) => void
