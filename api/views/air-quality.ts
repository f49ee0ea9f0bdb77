import type { City } from '../../domain/city/city.ts'
import { AIR_QUALITY_FIELDS } from '../../domain/weather/air-quality-fields.ts'
import type { AirQuality, StoredAirQuality } from '../../domain/weather/reading.ts'
import type { Served } from '../readers/stored-values.ts'
import type { AirQualityBody, IndicesBlock } from '../schemas/air-quality.ts'
import { unitsOf } from '../schemas/value-fields.ts'
import { cityBlock } from './city.ts'
import { storedReading, type ViewOptions } from './stored-reading.ts'
import { viewOf } from './values.ts'

const UNITS = unitsOf(AIR_QUALITY_FIELDS)
const concentrationsView = viewOf(AIR_QUALITY_FIELDS)

export const airQualityBody = (
  city: City,
  { value, from }: Served<StoredAirQuality>,
  options: ViewOptions,
): AirQualityBody => ({
  city: cityBlock(city),
  air_quality: concentrationsView(value, options.units),
  indices: indicesBlock(value.indices),
  units: UNITS[options.units],
  // No provider's air quality is computed here from other values.
  ...storedReading('air-quality', { ...value, derived: [] }, from, options),
})

const indicesBlock = (indices: AirQuality['indices']): IndicesBlock => ({
  european_aqi: indices['european-aqi'] ?? null,
  us_aqi: indices['us-aqi'] ?? null,
  us_epa_band: indices['us-epa-band'] ?? null,
  gb_defra: indices['gb-defra'] ?? null,
  openweathermap: indices.openweathermap ?? null,
})
