export const kelvinToCelsius = (kelvin: number): number => kelvin - 273.15
export const fahrenheitToCelsius = (fahrenheit: number): number => ((fahrenheit - 32) * 5) / 9
export const metresPerSecondToKmh = (metresPerSecond: number): number => metresPerSecond * 3.6
export const milesPerHourToKmh = (milesPerHour: number): number => milesPerHour * 1.609344
export const metresToKm = (metres: number): number => metres / 1000
export const pascalToHpa = (pascal: number): number => pascal / 100

/** Rounded to what the field's instruments resolve, so that equal weather compares equal. */
export const rounded = (value: number, decimals = 1): number => {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}
