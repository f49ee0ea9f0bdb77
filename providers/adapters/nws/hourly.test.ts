import { describe, expect, it } from 'vitest'
import type { Place } from '../../../domain/city/city.ts'
import { discardInto, discardNothing } from '../../../test/support/fuzz/discards.ts'
import { toHourlyConditions } from './hourly.ts'
import { parseHourly } from './wire-forecast.ts'

const HAGATNA: Place = {
  id: 4043909,
  latitude: 13.4757,
  longitude: 144.7489,
  timeZone: 'Pacific/Guam',
  countryCode: 'GU',
}
/** 19:20 in Guam, an hour after sunset in late October. */
const NOW = new Date('2026-10-27T09:20:00Z')

const HOUR = {
  number: 1,
  name: '',
  startTime: '2026-10-27T19:00:00+10:00',
  endTime: '2026-10-27T20:00:00+10:00',
  isDaytime: false,
  temperature: 29,
  temperatureUnit: 'C',
  temperatureTrend: null,
  probabilityOfPrecipitation: { unitCode: 'wmoUnit:percent', value: 19 },
  dewpoint: { unitCode: 'wmoUnit:degC', value: 24.4 },
  relativeHumidity: { unitCode: 'wmoUnit:percent', value: 80 },
  windSpeed: '16 km/h',
  windDirection: 'ENE',
  icon: 'https://api.weather.gov/icons/land/night/rain_showers?size=small',
  shortForecast: 'Rain Showers',
  detailedForecast: '',
}

const conditionsOf = (change: object, at = NOW, notes?: string[]) =>
  toHourlyConditions(
    parseHourly({ properties: { periods: [{ ...HOUR, ...change }] } }),
    HAGATNA,
    at,
    notes ? discardInto(notes) : discardNothing,
  )

describe('an hour of the forecast', () => {
  it('is read as conditions that were predicted', () => {
    expect(conditionsOf({})).toEqual({
      provider: 'nws',
      fetchedAt: NOW,
      validAt: new Date('2026-10-27T09:00:00Z'),
      basis: 'forecast',
      temperatureC: 29,
      apparentTemperatureC: 34.7,
      relativeHumidityPct: 80,
      pressureMslHpa: null,
      visibilityKm: null,
      uvIndex: null,
      windSpeedKmh: 16,
      windGustKmh: null,
      windDirectionDeg: 68,
      cloudCoverPct: null,
      precipitationMm: null,
      precipitationWindowMinutes: null,
      condition: 'rain_showers',
      intensity: 'moderate',
      isDay: false,
      sunriseAt: null,
      sunsetAt: null,
      derived: ['apparentTemperatureC', 'windDirectionDeg', 'isDay'],
    })
  })

  it('is the one that holds now', () => {
    const hours = [18, 19, 20].map((hour) => ({
      ...HOUR,
      startTime: `2026-10-27T${hour}:00:00+10:00`,
      endTime: `2026-10-27T${hour + 1}:00:00+10:00`,
      temperature: hour,
    }))
    const body = parseHourly({ properties: { periods: hours } })
    const at = (now: string) =>
      toHourlyConditions(body, HAGATNA, new Date(now), discardNothing).temperatureC
    expect(at('2026-10-27T08:59:59Z')).toBe(18)
    expect(at('2026-10-27T09:00:00Z')).toBe(19)
    expect(at('2026-10-27T10:59:59Z')).toBe(20)
    expect(() => at('2026-10-27T11:00:00Z')).toThrow(/no forecast for this hour/)
  })

  it('is found beside hours that cannot be read, each of which is noted', () => {
    const notes: string[] = []
    const periods = [{ ...HOUR, startTime: null }, { ...HOUR, temperatureUnit: null }, null, HOUR]
    const answer = parseHourly({ properties: { periods } }, discardInto(notes))
    expect(toHourlyConditions(answer, HAGATNA, NOW, discardNothing).temperatureC).toBe(29)
    const parts = ['0', '1', '2'].map((index) => `/properties/periods/${index} cannot be read`)
    expect(notes).toEqual(parts.map((part) => expect.stringContaining(part) as string))
  })

  it('is missing, not out of reach, where it may be one that cannot be read', () => {
    const later = { ...HOUR, startTime: HOUR.endTime, endTime: '2026-10-27T21:00:00+10:00' }
    const answer = parseHourly({ properties: { periods: [{ ...HOUR, endTime: 5 }, later] } })
    const kind = 'place-missing'
    const read = () => toHourlyConditions(answer, HAGATNA, NOW, discardNothing)
    expect(read).toThrow(expect.objectContaining({ kind }) as Error)
  })

  it.each([
    ['degrees Fahrenheit', { temperature: 77, temperatureUnit: 'F' }, { temperatureC: 25 }],
    ['miles an hour', { windSpeed: '10 mph' }, { windSpeedKmh: 16.1 }],
    ['a range of speeds', { windSpeed: '10 to 20 km/h' }, { windSpeedKmh: null }],
    ['no wind', { windSpeed: '0 km/h' }, { windSpeedKmh: 0, windDirectionDeg: null }],
    ['a north wind', { windDirection: 'N' }, { windDirectionDeg: 0 }],
    ['a north-west wind', { windDirection: 'NNW' }, { windDirectionDeg: 338 }],
    ['a wind from nowhere', { windDirection: '' }, { windDirectionDeg: null }],
    ['what may fall', { shortForecast: 'Isolated Rain Showers' }, { condition: null }],
    ['nothing', { shortForecast: '', relativeHumidity: null }, { apparentTemperatureC: null }],
  ])('reads %s', (_, change, expected) => {
    expect(conditionsOf(change)).toMatchObject(expected)
  })

  // Sunrise at Hagåtña was 06:14 and sunset 17:56 that day, by NOAA's solar calculator.
  it.each([
    ['06:05', false],
    ['06:25', true],
    ['17:45', true],
    ['18:10', false],
  ])('beginning at %s is day or night with the sun, not with the forecast', (time, isDay) => {
    const startTime = `2026-10-27T${time}:00+10:00`
    const at = new Date(startTime)
    expect(conditionsOf({ startTime, isDaytime: !isDay }, at).isDay).toBe(isDay)
  })

  it('says which value has an unknown unit or a bad quality', () => {
    const notes: string[] = []
    const relativeHumidity = { unitCode: 'wmoUnit:furlong', value: 3 }
    expect(conditionsOf({ relativeHumidity }, NOW, notes).relativeHumidityPct).toBeNull()
    expect(notes).toEqual(['NWS: /properties/periods/relativeHumidity has the unit furlong'])
  })
})
