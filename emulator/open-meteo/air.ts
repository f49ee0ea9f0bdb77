import type { EmulatedAir } from '../sky/air.ts'
import {
  europeanIndex,
  europeanSubIndex,
  usIndex,
  usSubIndex,
  type EuropeanPollutant,
  type UsPollutant,
} from '../sky/air-index.ts'
import type { Variable } from './variables.ts'
import type { Coordinates } from '../sky/weather.ts'

export interface AirSample {
  readonly air: EmulatedAir
  readonly place: Coordinates
}

// The provider writes the Greek mu (U+03BC), not the micro sign (U+00B5).
const MICROGRAMS = '\u03bcg/m³'

const concentration = (
  decimals: number,
  read: (air: EmulatedAir) => number,
): Variable<AirSample> => ({
  unit: MICROGRAMS,
  decimals,
  read: ({ air }) => read(air),
})

const european = (pollutant: EuropeanPollutant): Variable<AirSample> => ({
  unit: 'EAQI',
  decimals: 0,
  read: ({ air }) => europeanSubIndex(air, pollutant),
})

const us = (pollutant: UsPollutant): Variable<AirSample> => ({
  unit: 'USAQI',
  decimals: 0,
  read: ({ air }) => usSubIndex(air, pollutant),
})

/** The European model alone knows ammonia and pollen. */
const isInEurope = ({ latitude, longitude }: Coordinates): boolean =>
  latitude > 30 && latitude < 72 && longitude > -25 && longitude < 45

const pollen: Variable<AirSample> = {
  unit: 'grains/m³',
  decimals: 1,
  read: ({ place }) => (isInEurope(place) ? 0 : null),
}

export const AIR_VARIABLES: Record<string, Variable<AirSample>> = {
  pm2_5: concentration(1, (air) => air.pm2_5),
  pm10: concentration(1, (air) => air.pm10),
  carbon_monoxide: concentration(0, (air) => air.carbonMonoxide),
  nitrogen_monoxide: concentration(1, (air) => air.nitrogenMonoxide),
  nitrogen_dioxide: concentration(1, (air) => air.nitrogenDioxide),
  sulphur_dioxide: concentration(1, (air) => air.sulphurDioxide),
  ozone: concentration(0, (air) => air.ozone),
  dust: concentration(0, (air) => air.dust),
  ammonia: {
    unit: MICROGRAMS,
    decimals: 1,
    read: ({ air, place }) => (isInEurope(place) ? air.ammonia : null),
  },
  european_aqi: { unit: 'EAQI', decimals: 0, read: ({ air }) => europeanIndex(air) },
  european_aqi_pm2_5: european('pm2_5'),
  european_aqi_pm10: european('pm10'),
  european_aqi_nitrogen_dioxide: european('nitrogenDioxide'),
  european_aqi_ozone: european('ozone'),
  european_aqi_sulphur_dioxide: european('sulphurDioxide'),
  us_aqi: { unit: 'USAQI', decimals: 0, read: ({ air }) => usIndex(air) },
  us_aqi_pm2_5: us('pm2_5'),
  us_aqi_pm10: us('pm10'),
  us_aqi_nitrogen_dioxide: us('nitrogenDioxide'),
  us_aqi_ozone: us('ozone'),
  us_aqi_sulphur_dioxide: us('sulphurDioxide'),
  us_aqi_carbon_monoxide: us('carbonMonoxide'),
  alder_pollen: pollen,
  birch_pollen: pollen,
  grass_pollen: pollen,
  mugwort_pollen: pollen,
  olive_pollen: pollen,
  ragweed_pollen: pollen,
}
