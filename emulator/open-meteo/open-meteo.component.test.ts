import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startEmulator, type Emulator } from '../index.ts'

const NOW = new Date('2026-11-22T18:07:31Z')
const LOCATION_KEYS = [
  'latitude',
  'longitude',
  'generationtime_ms',
  'utc_offset_seconds',
  'timezone',
  'timezone_abbreviation',
  'elevation',
]

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ now: () => NOW, seed: 1 })
})
afterAll(() => emulator.close())

interface Location {
  readonly error?: boolean
  readonly reason: string
  readonly latitude: number
  readonly location_id?: number
  readonly timezone: string
  readonly timezone_abbreviation: string
  readonly current_units: { readonly pm2_5: string }
  readonly current: {
    readonly time: number | string
    readonly temperature_2m: number
    readonly ammonia: number | null
  }
  readonly hourly: { readonly precipitation: number[] }
  readonly daily: { readonly time: unknown[]; readonly sunrise: string[] }
}

const fetchJson = async (query: string, product: string): Promise<unknown> =>
  (await fetch(`${emulator.baseUrls['open-meteo']}/v1/${product}?${query}`)).json()
const ask = async (query: string, product = 'forecast'): Promise<Location> =>
  (await fetchJson(query, product)) as Location
const askMany = async (query: string, product = 'forecast'): Promise<Location[]> =>
  (await fetchJson(query, product)) as Location[]

const reasonOf = async (query: string, product = 'forecast'): Promise<string> => {
  const body = await ask(query, product)
  expect(body.error).toBe(true)
  return body.reason
}

describe('the emulated Open-Meteo', () => {
  it('answers one place with an object that has the recorded keys', async () => {
    const body = await ask(
      'latitude=52.52&longitude=13.41&timezone=Europe/Berlin&current=temperature_2m,weather_code&hourly=precipitation&daily=sunrise,precipitation_sum',
    )
    expect(Object.keys(body)).toEqual([
      ...LOCATION_KEYS,
      'current_units',
      'current',
      'hourly_units',
      'hourly',
      'daily_units',
      'daily',
    ])
    expect(body.current_units).toEqual({
      time: 'iso8601',
      interval: 'seconds',
      temperature_2m: '°C',
      weather_code: 'wmo code',
    })
    expect(body.current).toMatchObject({ time: '2026-11-22T19:00', interval: 900 })
    expect(body.hourly.precipitation).toHaveLength(168)
    expect(body.daily.time[0]).toBe('2026-11-22')
    expect(body.daily.sunrise[0]).toMatch(/^2026-11-22T0\d:\d\d$/)
  })

  it('answers no more than a location when no variable is asked', async () => {
    expect(Object.keys(await ask('latitude=1&longitude=2'))).toEqual(LOCATION_KEYS)
  })

  it('answers several places with an array in the order of the request', async () => {
    const body = await askMany('latitude=70,0,-70&longitude=10,20,30&current=temperature_2m')
    expect(body.map((item) => item.location_id)).toEqual([undefined, 1, 2])
    expect(body.map((item) => Math.round(item.latitude))).toEqual([70, 0, -70])
    const alone = await ask('latitude=0&longitude=20&current=temperature_2m')
    expect(body[1]?.current).toEqual(alone.current)
  })

  it('counts in unix time and gives each place its own zone', async () => {
    const body = await askMany(
      'latitude=52,40&longitude=13,-74&timezone=auto,America/New_York&timeformat=unixtime&forecast_days=2&current=is_day&daily=sunset',
    )
    expect(body[0]?.timezone).toBe('Europe/Berlin')
    expect(body[0]?.current.time).toBe(Date.parse('2026-11-22T18:00:00Z') / 1000)
    expect(body[1]?.daily.time).toEqual([
      Date.parse('2026-11-22T05:00:00Z') / 1000,
      Date.parse('2026-11-23T05:00:00Z') / 1000,
    ])
    expect(body[1]?.timezone_abbreviation).toBe('GMT-5')
  })

  it('takes a form instead of a query', async () => {
    const response = await fetch(`${emulator.baseUrls['open-meteo']}/v1/forecast`, {
      method: 'POST',
      body: new URLSearchParams({ latitude: '1,2', longitude: '3,4', current: 'is_day' }),
    })
    expect(await response.json()).toHaveLength(2)
  })

  it('knows air quality by the hour, and pollen and ammonia in Europe only', async () => {
    const query = 'latitude=28,52&longitude=-82.8,6.8&current=pm2_5,us_aqi,ammonia,grass_pollen'
    const [florida, enschede] = await askMany(query, 'air-quality')
    expect(florida?.current).toMatchObject({ interval: 3600, ammonia: null, grass_pollen: null })
    expect(enschede?.current.ammonia).toBeGreaterThan(0)
    expect(florida?.current_units.pm2_5).toBe('\u03bcg/m³')
  })

  it('refuses the whole request for one wrong parameter, in its own words', async () => {
    expect(await reasonOf('latitude=52,100&longitude=13,13')).toBe(
      'Latitude must be in range of -90 to 90°. Given: 100.0.',
    )
    expect(await reasonOf('latitude=1&longitude=2&current=tempeture_2m')).toContain(
      'from invalid String value tempeture_2m',
    )
    expect(await reasonOf('latitude=1&longitude=2&daily=pm10', 'air-quality')).toContain('pm10')
    expect(await reasonOf('latitude=1,2&longitude=2')).toContain('same number of elements')
    expect(await reasonOf('latitude=1&longitude=2&timezone=Europe/Atlantis')).toBe(
      'Invalid timezone',
    )
    expect(await reasonOf('latitude=1&longitude=2&forecast_days=17')).toContain('Given 17.')
    const many = Array.from({ length: 1001 }, () => '1').join()
    expect(await reasonOf(`latitude=${many}&longitude=${many}`)).toBe(
      'Only up to 1000 locations can be requested at once',
    )
  })

  it('converts into the units asked for and says so', async () => {
    const place = 'latitude=40&longitude=-74&current=temperature_2m,wind_speed_10m'
    const metric = await ask(place)
    const other = await ask(`${place}&temperature_unit=fahrenheit&wind_speed_unit=ms`)
    expect(other.current_units).toMatchObject({ temperature_2m: '°F', wind_speed_10m: 'm/s' })
    expect(other.current.temperature_2m).toBeCloseTo(metric.current.temperature_2m * 1.8 + 32, 0)
  })
})
