import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startEmulator, type Emulator } from '../index.ts'

let now = new Date('2026-06-21T12:07:00Z')
let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ now: () => now, seed: 1 })
})
afterAll(() => emulator.close())

interface Days {
  readonly time: (string | number)[]
  readonly sunrise: (string | number)[]
  readonly sunset: (string | number)[]
}

async function daysAt(at: string, place: string, zone: string, more = ''): Promise<Days> {
  now = new Date(at)
  const query = `${place}&timezone=${zone}&daily=sunrise,sunset&forecast_days=3${more}`
  const response = await fetch(`${emulator.baseUrls['open-meteo']}/v1/forecast?${query}`)
  const { daily } = (await response.json()) as { daily: Days }
  return daily
}

const unix = (iso: string): number => Date.parse(iso) / 1000

const TROMSO = 'latitude=69.65&longitude=18.96'
const MCMURDO = 'latitude=-77.85&longitude=166.67'
const ALERT = 'latitude=82.5&longitude=-62.35'

describe('a day on which the sun does not rise or set', () => {
  it.each([
    [
      'McMurdo in May',
      MCMURDO,
      'Antarctica/McMurdo',
      '2026-05-23T00:10Z',
      '2026-05-23T00:00',
      '2026-05-23T00:00',
    ],
    [
      'Tromsø in December',
      TROMSO,
      'Europe/Oslo',
      '2026-12-21T11:10Z',
      '2026-12-21T00:00',
      '2026-12-21T00:00',
    ],
    [
      'Tromsø in June',
      TROMSO,
      'Europe/Oslo',
      '2026-06-21T11:10Z',
      '2026-06-21T00:00',
      '2026-06-22T00:00',
    ],
    [
      'Alert in June',
      ALERT,
      'America/Toronto',
      '2026-06-21T16:10Z',
      '2026-06-21T00:00',
      '2026-06-22T00:00',
    ],
  ])('has midnights for both times: %s', async (_, place, zone, at, sunrise, sunset) => {
    const days = await daysAt(at, place, zone)
    expect([days.sunrise[0], days.sunset[0]]).toEqual([sunrise, sunset])
  })

  it.each([
    [
      'McMurdo in May',
      MCMURDO,
      'Antarctica/McMurdo',
      '2026-05-23T00:10Z',
      '2026-05-22T12:00Z',
      '2026-05-22T12:00Z',
    ],
    [
      'Tromsø in June',
      TROMSO,
      'Europe/Oslo',
      '2026-06-21T11:10Z',
      '2026-06-20T22:00Z',
      '2026-06-21T22:00Z',
    ],
    [
      'Alert in June',
      ALERT,
      'America/Toronto',
      '2026-06-21T16:10Z',
      '2026-06-21T04:00Z',
      '2026-06-22T04:00Z',
    ],
  ])(
    'has the moments of those midnights in unix time: %s',
    async (_, place, zone, at, sunrise, sunset) => {
      const days = await daysAt(at, place, zone, '&timeformat=unixtime')
      expect([days.sunrise[0], days.sunset[0]]).toEqual([unix(sunrise), unix(sunset)])
      expect(days.time[0]).toBe(unix(sunrise))
    },
  )
})

describe('the midnights of days', () => {
  it.each([
    [
      'America/Havana',
      '2026-03-07T17:10Z',
      ['2026-03-07T05:00Z', '2026-03-08T05:00Z', '2026-03-09T05:00Z'],
    ],
    [
      'America/Santiago',
      '2026-09-05T17:10Z',
      ['2026-09-05T04:00Z', '2026-09-06T04:00Z', '2026-09-07T04:00Z'],
    ],
    [
      'Atlantic/Azores',
      '2026-03-28T17:10Z',
      ['2026-03-28T01:00Z', '2026-03-29T01:00Z', '2026-03-30T01:00Z'],
    ],
    [
      'Asia/Kathmandu',
      '2026-11-27T12:10Z',
      ['2026-11-26T18:15Z', '2026-11-27T18:15Z', '2026-11-28T18:15Z'],
    ],
    [
      'Pacific/Chatham',
      '2026-11-27T09:10Z',
      ['2026-11-26T10:15Z', '2026-11-27T10:15Z', '2026-11-28T10:15Z'],
    ],
  ])('keep the offset of today in %s', async (zone, at, midnights) => {
    const days = await daysAt(at, 'latitude=1&longitude=1', zone, '&timeformat=unixtime')
    expect(days.time).toEqual(midnights.map(unix))
  })
})
