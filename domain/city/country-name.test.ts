import { describe, expect, it } from 'vitest'
import { countryCodeOf } from './country-name.ts'

describe('the code of a country', () => {
  it.each([
    ['Japan', 'JP'],
    ['jp', 'JP'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['United States', 'US'],
    ['UK', 'GB'],
    ['Great Britain', 'GB'],
    ['Turkey', 'TR'],
    ['Türkiye', 'TR'],
    ["Cote d'Ivoire", 'CI'],
    ['Ivory Coast', 'CI'],
    ['Bosnia and Herzegovina', 'BA'],
    ['Bosnia & Herzegovina', 'BA'],
    ['Germany', 'DE'],
    ['Serbia', 'RS'],
    ['Myanmar', 'MM'],
    ['Czechia', 'CZ'],
    ['Sao Tome and Principe', 'ST'],
    ['Reunion', 'RE'],
  ])('%s is %s', (name, code) => {
    expect(countryCodeOf(name)).toBe(code)
  })

  it.each(['', 'Oregon', 'ZZ', 'European Union', 'DD', 'Europe', '12', '%'])(
    '%j is no country',
    (text) => {
      expect(countryCodeOf(text)).toBeUndefined()
    },
  )

  it('knows every country of the shipped cities', async () => {
    const { readFile } = await import('node:fs/promises')
    const text = await readFile(new URL('../../data/cities.json', import.meta.url), 'utf8')
    const names = new Intl.DisplayNames('en', { type: 'region' })
    for (const [, , code] of JSON.parse(text) as [number, string, string][]) {
      expect(countryCodeOf(names.of(code) ?? '')).toBe(code)
    }
  })
})
