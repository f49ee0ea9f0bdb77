import type { CityId } from '../city/city.ts'
import type { AirQualityValues } from './air-quality-fields.ts'
import type { ConditionValues } from './condition-fields.ts'
import type { ForecastDayValues } from './forecast-fields.ts'
import type { ValueFlag } from './value-flag.ts'
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

/** What every reading of a city carries once it is stored. */
interface Stored {
  readonly cityId: CityId
  /** When the provider last said that it still holds. */
  readonly confirmedAt: Date
  /** The run that stored it. */
  readonly runId: string
}

/** Conditions of a city as they are stored, cached and served. */
export interface StoredConditions extends Conditions, Stored {
  /** Why the values may be wrong; null where nothing was found. */
  readonly flags: readonly ValueFlag[] | null
}

/** One local day of a city. */
export interface ForecastDay extends ForecastDayValues {
  /** Local calendar date of the city, YYYY-MM-DD. */
  readonly date: string
  /** True where the provider's steps do not cover the whole local day, so extremes may be missed. */
  readonly partial: boolean
}

export interface Forecast extends Provenance {
  readonly days: readonly ForecastDay[]
  /** Names of the day fields aggregated here from the provider's finer steps. */
  readonly derived: readonly string[]
}

/** The days of one answer of a provider, as they are stored, cached and served. */
export interface StoredForecast extends Forecast, Stored {}

/** Index scales are not comparable, so the raw index keeps the name of its scale. */
export const AIR_QUALITY_SCALES = [
  'european-aqi',
  'us-aqi',
  'us-epa-band',
  'gb-defra',
  'openweathermap',
] as const

export type AirQualityScale = (typeof AIR_QUALITY_SCALES)[number]

/** Concentrations and indices at one moment. */
export interface AirQuality extends Provenance, AirQualityValues {
  readonly validAt: Date
  readonly basis: Basis
  readonly indices: Partial<Readonly<Record<AirQualityScale, number>>>
}

/** Air quality of a city as it is stored, cached and served. */
export interface StoredAirQuality extends AirQuality, Stored {}

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
