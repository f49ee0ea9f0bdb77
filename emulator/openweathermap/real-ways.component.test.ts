import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmulator, type Emulator } from '../index.ts'
import type { Weather } from '../sky/weather.ts'
import { weatherEntries } from './weather-entries.ts'

let now = new Date('2026-06-21T11:07:31Z')
let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ now: () => now, seed: 1 })
})
afterAll(() => emulator.close())

interface Main {
  readonly temp: number
  readonly temp_min: number
  readonly temp_max: number
  readonly temp_kf: number
}

interface State {
  readonly main: Main
  readonly weather: { readonly id: number; readonly icon: string }[]
  readonly rain?: object
  readonly snow?: object
}

interface Body extends State {
  readonly sys: { readonly sunrise: number; readonly sunset: number }
  readonly list: State[]
}

async function ask(product: string, lat: number, lon: number): Promise<Body> {
  const query = `lat=${lat}&lon=${lon}&units=metric&appid=key`
  const response = await fetch(`${emulator.baseUrls.openweathermap}/data/2.5/${product}?${query}`)
  return (await response.json()) as Body
}

/** A grid over the inhabited latitudes. */
const PLACES = Array.from({ length: 240 }, (_, index) => ({
  lat: -55 + (index % 12) * 10,
  lon: -170 + Math.floor(index / 12) * 17,
}))

describe('the emulated OpenWeatherMap, like the real one,', () => {
  it.each([
    ['midnight sun at noon', '2026-06-21T11:07:31Z', 78.2232, 15.6469],
    ['the polar night', '2026-12-21T11:07:31Z', 78.2232, 15.6469],
    ['the southern midnight sun', '2026-12-21T01:07:31Z', -77.85, 166.6667],
  ])('takes %s for night, with times of the sun that are 0', async (_, at, lat, lon) => {
    now = new Date(at)
    const { sys, weather } = await ask('weather', lat, lon)
    expect([sys.sunrise, sys.sunset]).toEqual([0, 0])
    expect(weather[0]?.icon).toMatch(/^\d\dn$/)
  })

  it('lets the extremes of the first two steps deviate by temp_kf', async () => {
    now = new Date('2026-06-21T11:07:31Z')
    for (const [lat, lon] of [
      [51.5, -0.1],
      [40.7, -74],
      [-33.9, 151.2],
    ] as const) {
      const { list } = await ask('forecast', lat, lon)
      const spans = list.map(({ main }) => main.temp_max - main.temp_min)
      for (const [index, { main }] of list.entries()) {
        expect(spans[index]).toBeCloseTo(Math.abs(main.temp_kf), 5)
        expect([main.temp_min, main.temp_max]).toContain(main.temp)
      }
      expect(list.slice(0, 2).every(({ main }) => main.temp_kf !== 0)).toBe(true)
      expect(list.slice(2).every(({ main }) => main.temp_kf === 0)).toBe(true)
    }
  })

  it('leaves amounts out beside some wet ids and names two things at some places', async () => {
    now = new Date('2026-06-21T11:07:31Z')
    const states = await Promise.all(PLACES.map(({ lat, lon }) => ask('weather', lat, lon)))
    const wet = states.filter(({ weather }) => weather.some(({ id }) => id < 700))
    const silent = wet.filter(({ rain, snow }) => !rain && !snow)
    expect(wet.length).toBeGreaterThan(20)
    expect(silent.length).toBeGreaterThan(0)
    expect(silent.length).toBeLessThan(wet.length / 2)
    expect(states.some(({ weather }) => weather.length > 1)).toBe(true)
  })

  const sky = (over: Partial<Weather>): Weather => ({
    temperatureC: 20,
    feelsLikeC: 20,
    dewPointC: 15,
    humidityPercent: 80,
    pressureMslHpa: 1000,
    surfacePressureHpa: 990,
    elevationM: 10,
    cloudPercent: 95,
    windSpeedKmh: 20,
    windGustKmh: 30,
    windDirectionDegrees: 200,
    visibilityM: 4000,
    uvIndex: 0,
    uvIndexClearSky: 0,
    precipitationMmPerHour: 3,
    precipitationProbabilityPercent: 90,
    isDay: true,
    condition: 'rain',
    ...over,
  })

  it.each<[string, Partial<Weather>, number, number[]]>([
    ['rain', {}, 0.5, [501]],
    ['rain and mist', {}, 0.95, [501, 701]],
    ['rain before thunder', { condition: 'thunderstorm' }, 0.2, [501, 211]],
    ['thunder with rain', { condition: 'thunderstorm' }, 0.6, [201]],
    ['a tornado in a thunderstorm', { condition: 'thunderstorm' }, 0.0005, [781]],
    ['a squall in a gale', { windGustKmh: 90 }, 0.03, [771]],
    ['an id that is in no list', {}, 0.000001, [763]],
  ])('sends %s now and then', (_, over, drawn, ids) => {
    expect(weatherEntries(sky(over), 'd', drawn).map(({ id }) => id)).toEqual(ids)
  })

  it.each([
    ['weather.0.id', 781],
    ['weather.0.id', 763],
    ['sys', { sunrise: 0, sunset: 0 }],
  ])('sends any %s on demand: %j', async (field, value) => {
    emulator.control.setFaults([{ provider: 'openweathermap', kind: 'mutate', field, value }])
    const body = await ask('weather', 51.5, -0.1)
    emulator.control.clearFaults()
    expect(JSON.stringify(body)).toContain(JSON.stringify(value))
  })
})
