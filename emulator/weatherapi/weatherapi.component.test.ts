import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startEmulator, type Emulator } from '../index.ts'

const NOW = new Date('2026-11-22T08:07:31Z')

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ now: () => NOW, seed: 1 })
})
afterAll(() => emulator.close())

interface Body {
  readonly location: { readonly localtime: string }
  readonly current: { readonly last_updated: string; readonly air_quality: Record<string, number> }
  readonly forecast: {
    readonly forecastday: {
      readonly date: string
      readonly hour: unknown[]
      readonly astro: { readonly sunrise: string }
    }[]
  }
}

const ask = async (path: string): Promise<{ readonly status: number; readonly body: Body }> => {
  const response = await fetch(`${emulator.baseUrls.weatherapi}/v1/${path}`)
  return { status: response.status, body: (await response.json()) as Body }
}

describe('the emulated WeatherAPI', () => {
  it('updates every quarter of an hour while the local time runs on, unpadded', async () => {
    const { body } = await ask('current.json?key=k&q=51.5,-0.12')
    expect(Object.keys(body)).toEqual(['location', 'current'])
    expect(body.location.localtime).toBe('2026-11-22 8:07')
    expect(body.current.last_updated).toBe('2026-11-22 08:00')
    expect(body.current).not.toHaveProperty('air_quality')
  })

  it('adds air quality on demand', async () => {
    const { body } = await ask('current.json?key=k&q=51.5,-0.12&aqi=yes')
    expect(Object.keys(body.current.air_quality)).toEqual([
      'co',
      'no2',
      'o3',
      'so2',
      'pm2_5',
      'pm10',
      'us-epa-index',
      'gb-defra-index',
    ])
  })

  it('forecasts at most three days with their hours and their sun', async () => {
    const { body } = await ask('forecast.json?key=k&q=51.5,-0.12&days=7')
    const days = body.forecast.forecastday
    expect(days.map((day) => day.date)).toEqual(['2026-11-22', '2026-11-23', '2026-11-24'])
    expect(days[0]?.hour).toHaveLength(24)
    expect(days[0]?.astro.sunrise).toMatch(/^0[67]:\d\d AM$/)
  })

  it('says so where the sun does not rise', async () => {
    const { body } = await ask('forecast.json?key=k&q=80,10&days=1')
    expect(body.forecast.forecastday[0]?.astro.sunrise).toBe('No sunrise')
  })

  it.each([
    ['current.json?q=1,2', 401, 1002],
    ['current.json?q=1,2&key=invalid', 401, 2006],
    ['current.json?q=1,2&key=disabled', 403, 2008],
    ['current.json?key=k', 400, 1003],
    ['current.json?key=k&q=Nowhere', 400, 1006],
    ['nothing.json?key=k&q=1,2', 400, 1005],
  ])('answers %s with status %i and code %i', async (path, status, code) => {
    expect(await ask(path)).toMatchObject({ status, body: { error: { code } } })
  })
})
