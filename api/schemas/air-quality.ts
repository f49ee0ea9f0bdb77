import { Type, type Static } from 'typebox'
import { AIR_QUALITY_FIELDS } from '../../domain/weather/air-quality-fields.ts'
import { CityBlock } from './city.ts'
import { dataBody } from './data-body.ts'
import { REFRESH_TASK, STORED_READING } from './stored-reading.ts'
import { nullable } from './types.ts'
import { unitsBlock, valuesBlock } from './value-fields.ts'

const index = (description: string) => nullable(Type.Number({ description }))

/** Scales are not comparable: each index stands under the name of its own. */
const Indices = Type.Object({
  european_aqi: index('European AQI of the EEA, from 0'),
  us_aqi: index('US AQI of the EPA, from 0 to 500'),
  us_epa_band: index('Band of the US AQI, from 1 to 6'),
  gb_defra: index('UK Daily Air Quality Index, from 1 to 10'),
  openweathermap: index('Scale of OpenWeather, from 1 (good) to 5 (very poor)'),
})

export type IndicesBlock = Static<typeof Indices>

export const AirQualityBody = dataBody({
  city: CityBlock,
  air_quality: valuesBlock(AIR_QUALITY_FIELDS),
  indices: Indices,
  units: unitsBlock(AIR_QUALITY_FIELDS),
  ...STORED_READING,
  ...REFRESH_TASK,
})

export type AirQualityBody = Static<typeof AirQualityBody>
