import { describe, expect, it } from 'vitest'
import { parseCityFile } from './city-file.ts'
import { bundledCities } from './starter-cities.ts'

const BERLIN = {
  id: 2950159,
  name: 'Berlin',
  countryCode: 'DE',
  latitude: 52.5244,
  longitude: 13.4105,
  timeZone: 'Europe/Berlin',
  population: 3426354,
}

const dumpLine = (id: number, kind: string, code: string): string =>
  `${id}\tBerlin\tBerlin\t\t52.5244\t13.4105\t${kind}\t${code}\tDE\t\t16\t\t\t\t3426354\t\t74\tEurope/Berlin\t2024-01-01`

describe('parseCityFile', () => {
  it('reads rows as they are baked', () => {
    const text = '[[2950159,"Berlin","DE",52.5244,13.4105,"Europe/Berlin",3426354]]'
    expect(parseCityFile(text, 'f')).toEqual([BERLIN])
  })

  it('reads objects, whatever the spelling of their keys', () => {
    const { countryCode, timeZone, ...rest } = BERLIN
    const text = JSON.stringify([{ ...rest, country: countryCode, time_zone: timeZone }])
    expect(parseCityFile(text, 'f')).toEqual([BERLIN])
  })

  it('reads CSV with quoted fields, in any order of columns', () => {
    const text =
      'name,country,lat,lon,timezone,id\n"Wash""ington, D.C.",us,38.9,-77.04,America/New_York,4140963\n'
    expect(parseCityFile(text, 'f')).toEqual([
      {
        id: 4140963,
        name: 'Wash"ington, D.C.',
        countryCode: 'US',
        latitude: 38.9,
        longitude: -77.04,
        timeZone: 'America/New_York',
        population: null,
      },
    ])
  })

  it('takes from a GeoNames dump only places where people live', () => {
    const lines = [dumpLine(2950159, 'P', 'PPLC'), dumpLine(1, 'H', 'LK'), dumpLine(2, 'P', 'PPLQ')]
    expect(parseCityFile(lines.join('\n'), 'f')).toEqual([BERLIN])
  })

  it('keeps the last of two rows with one id', () => {
    const text = JSON.stringify([BERLIN, { ...BERLIN, population: 1 }])
    expect(parseCityFile(text, 'f')).toEqual([{ ...BERLIN, population: 1 }])
  })

  it('takes nothing of a file with a wrong row, and says which', () => {
    const text = JSON.stringify([BERLIN, { ...BERLIN, latitude: 95, timeZone: 'Berlin' }])
    expect(() => parseCityFile(text, 'my.json')).toThrow(
      /my\.json: 1 of 2 rows .*\n {2}row 2: latitude must be .*, time zone must be/,
    )
  })

  it('names the columns a CSV file lacks', () => {
    expect(() => parseCityFile('name,country\nBerlin,DE\n', 'f')).toThrow(
      'f has no column id, latitude, longitude, timeZone',
    )
  })

  it('refuses what is no list of cities', () => {
    expect(() => parseCityFile('PK\u0003\u0004', 'cities.zip')).toThrow('holds no cities')
    expect(() => parseCityFile('[{', 'f')).toThrow('no valid JSON')
  })
})

describe('bundledCities', () => {
  it('is sound and begins with the most populous', async () => {
    const cities = await bundledCities()
    expect(cities.length).toBeGreaterThan(1000)
    expect(cities[0]?.name).toBe('Shanghai')
  })
})
