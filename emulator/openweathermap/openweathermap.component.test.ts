import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startEmulator, type Emulator } from '../index.ts'

const NOW = new Date('2026-11-22T18:07:31Z')
const PLACE = 'lat=51.5074&lon=-0.1278'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ now: () => NOW, seed: 1 })
})
afterAll(() => emulator.close())

interface Body {
  readonly cod: number | string
  readonly dt: number
  readonly visibility: number
  readonly main: { readonly temp: number }
  readonly list: {
    readonly dt: number
    readonly dt_txt: string
    readonly main: { readonly aqi: number }
    readonly sys: { readonly pod: string }
    readonly components: Record<string, number>
  }[]
}

const ask = async (path: string): Promise<{ readonly status: number; readonly body: Body }> => {
  const response = await fetch(`${emulator.baseUrls.openweathermap}/data/2.5/${path}`)
  return { status: response.status, body: (await response.json()) as Body }
}

describe('the emulated OpenWeatherMap', () => {
  it('gives the current weather at an odd moment of the last ten minutes', async () => {
    const { body } = await ask(`weather?${PLACE}&units=metric&appid=key`)
    const keys = ['coord', 'weather', 'base', 'main', 'visibility', 'wind', 'clouds', 'dt', 'sys']
    expect(Object.keys(body)).toEqual(
      expect.arrayContaining([...keys, 'timezone', 'id', 'name', 'cod']),
    )
    expect(body.cod).toBe(200)
    const ageSeconds = NOW.getTime() / 1000 - body.dt
    expect(ageSeconds).toBeGreaterThanOrEqual(0)
    expect(ageSeconds).toBeLessThan(600)
    expect(body.visibility).toBeLessThanOrEqual(10_000)
  })

  it('answers in kelvin unless other units are requested', async () => {
    const standard = await ask(`weather?${PLACE}&appid=key`)
    const metric = await ask(`weather?${PLACE}&units=metric&appid=key`)
    expect(standard.body.main.temp - metric.body.main.temp).toBeCloseTo(273.15, 1)
  })

  it('forecasts forty steps of three hours and says its code as text', async () => {
    const { body } = await ask(`forecast?${PLACE}&appid=key`)
    expect(body.cod).toBe('200')
    expect(body.list).toHaveLength(40)
    expect(body.list[0]?.dt_txt).toBe('2026-11-22 21:00:00')
    expect(body.list[0]?.sys.pod).toMatch(/^[dn]$/)
  })

  it('gives air pollution on the hour with its own scale of five', async () => {
    const { body } = await ask(`air_pollution?${PLACE}&appid=key`)
    expect(Object.keys(body.list[0]?.components ?? {})).toEqual([
      'co',
      'no',
      'no2',
      'o3',
      'so2',
      'pm2_5',
      'pm10',
      'nh3',
    ])
    expect(body.list[0]?.dt).toBe(Date.parse('2026-11-22T18:00:00Z') / 1000)
    expect([1, 2, 3, 4, 5]).toContain(body.list[0]?.main.aqi)
  })

  it('refuses a missing or wrong key with a numeric code, a wrong place with a text one', async () => {
    expect(await ask(`weather?${PLACE}`)).toMatchObject({ status: 401, body: { cod: 401 } })
    expect(await ask(`weather?${PLACE}&appid=invalid`)).toMatchObject({ status: 401 })
    const wrong = { cod: '400', message: 'wrong latitude' }
    expect(await ask('weather?lat=91&lon=1&appid=key')).toEqual({ status: 400, body: wrong })
  })
})
