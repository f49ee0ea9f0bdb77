import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCENES } from '../scenes.ts'
import { startEmulator, type Emulator } from '../index.ts'

let now = new Date('2026-06-21T12:07:31Z')
let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ now: () => now, seed: 1 })
})
afterAll(() => emulator.close())

interface Body {
  readonly location: { readonly tz_id: string }
  readonly forecast: {
    readonly forecastday: {
      readonly date: string
      readonly astro: { readonly sunrise: string; readonly sunset: string }
      readonly hour: { readonly time: string }[]
    }[]
  }
}

async function ask(at: string, place: string): Promise<Body> {
  now = new Date(at)
  const url = `${emulator.baseUrls.weatherapi}/v1/forecast.json?key=k&days=3&q=${place}`
  return (await fetch(url)).json() as Promise<Body>
}

describe('the clock of the emulated WeatherAPI', () => {
  it('shows a sunset after midnight without its date', async () => {
    const { location, forecast } = await ask('2026-06-21T12:07:31Z', '64.1355,-21.8954')
    expect(location.tz_id).toBe('Atlantic/Reykjavik')
    const [day] = forecast.forecastday
    // Almanacs say 02:55 and 00:03 for 21 June in Reykjavík.
    expect(day?.astro.sunrise).toMatch(/^02:5\d AM$/)
    expect(day?.astro.sunset).toMatch(/^12:0\d AM$/)
  })

  it.each([
    ['polar night', '2026-12-21T12:07:31Z'],
    ['midnight sun', '2026-06-21T12:07:31Z'],
  ])('shows no time in the %s', async (_, at) => {
    const { forecast } = await ask(at, '78.2232,15.6469')
    const [day] = forecast.forecastday
    expect(day?.astro).toMatchObject({ sunrise: 'No sunrise', sunset: 'No sunset' })
  })

  it.each([
    ['2026-03-08T12:00:00Z', 'Havana', 23, '2026-03-08 01:00'],
    ['2026-11-01T12:00:00Z', 'Havana', 25, '2026-11-01 00:00'],
    ['2026-09-06T12:00:00Z', 'Santiago', 23, '2026-09-06 01:00'],
    ['2026-06-21T12:00:00Z', 'Adelaide', 24, '2026-06-21 00:00'],
  ])('on %s in %s', async (at, name, hours, first) => {
    const place = SCENES['clock-change'].places.find((one) => one.name === name)
    const { location, forecast } = await ask(at, `${place?.latitude},${place?.longitude}`)
    expect(location.tz_id).toBe(place?.timeZone)
    const [day] = forecast.forecastday
    expect([day?.hour.length, day?.hour[0]?.time]).toEqual([hours, first])
  })
})
