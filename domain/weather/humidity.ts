/**
 * Relative humidity in per cent from air temperature and dew point: the ratio of their vapour
 * pressures by Magnus' formula, WMO-No. 8 (Guide to Instruments), annex 4.B, over water as reports have it
 * also below zero. The pressures themselves are right to 0.6 % between −45 and 60 °C.
 */
export const relativeHumidity = (temperatureC: number, dewPointC: number): number =>
  (100 * vapourPressureHpa(dewPointC)) / vapourPressureHpa(temperatureC)

const vapourPressureHpa = (celsius: number): number =>
  6.112 * Math.exp((17.62 * celsius) / (243.12 + celsius))
