import { readFile } from 'node:fs/promises'
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
    expect(parseCityFile(lines.join('\n'), 'f')).toEqual([{ ...BERLIN, elevationM: 74 }])
  })

  it.each([
    ['a list', '[[1,"La Paz","BO",-16.5,-68.15,"America/La_Paz",812799,3782]]', 3782],
    [
      'a list without it',
      '[[1,"La Paz","BO",-16.5,-68.15,"America/La_Paz",812799,null]]',
      undefined,
    ],
    ['CSV', 'id,name,country,lat,lon,timezone,elevation\n1,Baku,AZ,40.4,49.9,Asia/Baku,-28\n', -28],
    [
      'CSV without it',
      'id,name,country,lat,lon,timezone,dem\n1,Baku,AZ,40.4,49.9,Asia/Baku,\n',
      undefined,
    ],
  ])('reads the elevation of %s', (_, text, elevationM) => {
    expect(parseCityFile(text, 'f')[0]?.elevationM).toBe(elevationM)
  })

  it('refuses two rows with one id, and names both lines', () => {
    const text = `[${JSON.stringify(BERLIN)},\n\n${JSON.stringify({ ...BERLIN, name: 'B' })}]`
    expect(() => parseCityFile(text, 'f')).toThrow('line 3: id 2950159 is that of line 1, too')
  })

  it('takes nothing of a file with a wrong row, and says which', () => {
    const text = JSON.stringify([BERLIN, { ...BERLIN, latitude: 95, timeZone: 'Berlin' }])
    expect(() => parseCityFile(text, 'my.json')).toThrow(
      /my\.json: 1 of 2 rows .*\n {2}line 1: latitude must be .*, time zone must be/,
    )
  })

  it.each([
    [{ id: 0 }, 'id must be'],
    [{ id: 2_147_483_648 }, 'id must be'],
    [{ id: '1e3' }, 'id must be'],
    [{ id: '0x10' }, 'id must be'],
    [{ id: 1.5 }, 'id must be'],
    [{ name: '' }, 'name is missing'],
    [{ name: 'Ber\u0000lin' }, 'unprintable character U+0000'],
    [{ name: 'Ber\u001b[2Jlin' }, 'unprintable character U+001B'],
    [{ name: 'Ber\ud800lin' }, 'unprintable character U+D800'],
    [{ name: 'Ber\u202elin' }, 'unprintable character U+202E'],
    [{ name: 'B'.repeat(201) }, 'more than 200 characters'],
    [{ countryCode: 'ZZ' }, 'ISO 3166-1'],
    [{ countryCode: 'Germany' }, 'two letters'],
    [{ latitude: 'Infinity' }, 'latitude must be'],
    [{ latitude: null }, 'latitude must be'],
    [{ longitude: -180.1 }, 'longitude must be'],
    [{ timeZone: '+05:00' }, 'time zone must be'],
    [{ timeZone: 'Europe/Atlantis' }, 'time zone must be'],
    [{ population: -1 }, 'population must be'],
    [{ population: 1e20 }, 'population must be'],
    [{ elevation: 9001 }, 'elevation must be'],
    [{ elevation: 'high' }, 'elevation must be'],
  ])('refuses a row with %j, by its line', (wrong, complaint) => {
    const text = `[\n${JSON.stringify(BERLIN)},\n${JSON.stringify({ ...BERLIN, id: 7, ...wrong })}\n]`
    expect(() => parseCityFile(text, 'f')).toThrow(/1 of 2 rows .*nothing was imported/)
    expect(() => parseCityFile(text, 'f')).toThrow(
      new RegExp(`line 3: .*${complaint.replace('+', '\\+')}`),
    )
  })

  it('counts the lines of a CSV file as an editor does', () => {
    const head = 'id,name,country,lat,lon,timezone\n'
    const rows = '1,"Two\nlines",DE,1,1,UTC\n\n2,Bad,DE,91,1,UTC\n'
    expect(() => parseCityFile(head + rows, 'f')).toThrow(
      /line 2: name has .*U\+000A\n {2}line 5: latitude/,
    )
    expect(() => parseCityFile(`${head}1,Washington, D.C.,US,1,1,UTC\n`, 'f')).toThrow(
      'line 2 has 7 fields instead of 6',
    )
    expect(() => parseCityFile(`${head}1,"Bonn,DE,1,1,UTC\n`, 'f')).toThrow('line 2 has a quote')
  })

  it('names the line of a GeoNames dump', () => {
    const lines = [dumpLine(2950159, 'P', 'PPLC'), dumpLine(1, 'H', 'LK'), dumpLine(0, 'P', 'PPL')]
    expect(() => parseCityFile(lines.join('\n'), 'f')).toThrow('line 3: id must be')
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
    const file = await readFile(new URL('../../data/cities.json', import.meta.url), 'utf8')
    expect(parseCityFile(file, 'data/cities.json')).toHaveLength(cities.length)
    expect(cities.length).toBeGreaterThan(1000)
    expect(cities[0]?.name).toBe('Shanghai')
  })
})
