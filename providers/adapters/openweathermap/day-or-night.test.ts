import { describe, expect, it } from 'vitest'
import { toConditions } from './conditions.ts'
import { parseConditions } from './wire.ts'

const LONGYEARBYEN = { latitude: 78.22, longitude: 15.65 }
const MCMURDO = { latitude: -77.85, longitude: 166.67 }
const KIRUNA = { latitude: 67.86, longitude: 20.23 }
const REYKJAVIK = { latitude: 64.15, longitude: -21.94 }

const answerAt = (iso: string, icon: string, sys: object) =>
  parseConditions({
    dt: Date.parse(iso) / 1000,
    weather: [{ id: 803, icon }],
    main: { temp: 3 },
    sys,
  })

const NO_SUN_TIMES = { sunrise: 0, sunset: 0 }
const NOW = new Date('2026-11-27T12:00:00Z')

describe('day and night where the sun does not rise or set', () => {
  // Solar noon is at 11:00 UTC in Longyearbyen, at 00:55 in McMurdo and at 10:40 in Kiruna.
  it.each([
    ['noon of the midnight sun', LONGYEARBYEN, '2026-06-21T11:00:00Z', '04n', true],
    ['midnight of the midnight sun', LONGYEARBYEN, '2026-06-21T23:00:00Z', '04n', true],
    ['noon of the polar night', LONGYEARBYEN, '2026-12-21T11:00:00Z', '04n', false],
    ['noon of the polar night with a day icon', LONGYEARBYEN, '2026-12-21T11:00:00Z', '04d', false],
    ['noon of the southern summer', MCMURDO, '2026-12-21T01:00:00Z', '01n', true],
    ['noon of the southern winter', MCMURDO, '2026-06-21T01:00:00Z', '01d', false],
    ['midnight of midsummer at 68° N', KIRUNA, '2026-06-21T22:40:00Z', '02n', true],
  ])('%s is by the height of the sun', (_, place, iso, icon, isDay) => {
    const read = toConditions(answerAt(iso, icon, NO_SUN_TIMES), place, NOW)
    expect(read).toMatchObject({ isDay, derived: ['isDay'], sunriseAt: null, sunsetAt: null })
  })

  it.each([
    ['no times', {}],
    ['null', { sunrise: null, sunset: null }],
    ['equal times', { sunrise: 1_782_000_000, sunset: 1_782_000_000 }],
    ['one time alone', { sunrise: 0, sunset: Date.parse('2026-06-21T23:30:00Z') / 1000 }],
  ])('holds with %s, too', (_, sys) => {
    const read = toConditions(answerAt('2026-06-21T11:00:00Z', '04n', sys), LONGYEARBYEN, NOW)
    expect(read).toMatchObject({ isDay: true, derived: ['isDay'], sunriseAt: null })
  })

  it.each([
    ['10d', true],
    ['10n', false],
  ])('the icon %s decides where it rises and sets', (icon, isDay) => {
    // 21 June 2026 in Reykjavik: sunrise 02:55, sunset four minutes after midnight.
    const sys = {
      sunrise: Date.parse('2026-06-21T02:55:00Z') / 1000,
      sunset: Date.parse('2026-06-22T00:04:00Z') / 1000,
    }
    const read = toConditions(answerAt('2026-06-21T13:30:00Z', icon, sys), REYKJAVIK, NOW)
    expect(read).toMatchObject({
      isDay,
      derived: [],
      sunriseAt: new Date('2026-06-21T02:55:00Z'),
      sunsetAt: new Date('2026-06-22T00:04:00Z'),
    })
  })
})
