import { countryCodeOf } from './country-name.ts'

const COUNTRY = /^[A-Z]{2}$/
const DIGITS = /^\d+$/

/**
 * Names and ids of a list with commas. A name may have its country behind it, after a comma as well:
 * `London, GB, Paris` are two cities, for two capitals that are a country belong to the name before.
 */
export function citiesOfList(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim())
  const wanted: string[] = []
  for (const part of parts.filter((one) => one !== '')) {
    const before = wanted.at(-1)
    const isCountry = COUNTRY.test(part) && countryCodeOf(part) !== undefined
    const takesCountry = before !== undefined && !DIGITS.test(before) && !before.includes(',')
    if (isCountry && takesCountry) wanted.splice(-1, 1, `${before}, ${part}`)
    else wanted.push(part)
  }
  return wanted
}
