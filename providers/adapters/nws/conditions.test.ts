import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { discardInto, discardNothing } from '../../../test/support/fuzz/discards.ts'
import { hasSky, toConditions } from './conditions.ts'
import { CELSIUS, HPA, KM, KMH, MM, valueIn } from './quantity.ts'
import { parseObservation } from './wire.ts'

const WASHINGTON = { latitude: 38.8894, longitude: -77.0352 }
const NOW = new Date('2026-02-06T21:47:00Z')
const recorded = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'))
const OBSERVATION = recorded('observation-latest-kdca') as { properties: Record<string, unknown> }

const observing = (change: object): unknown => ({
  ...OBSERVATION,
  properties: { ...OBSERVATION.properties, ...change },
})
const conditionsOf = (change: object) =>
  toConditions(parseObservation(observing(change)), WASHINGTON, NOW, discardNothing)

describe('the mapping of an observation', () => {
  it('reads a five-minute report of Reagan airport', () => {
    expect(conditionsOf({})).toEqual({
      provider: 'nws',
      fetchedAt: NOW,
      validAt: new Date('2026-02-06T21:30:00Z'),
      basis: 'observed',
      temperatureC: -1,
      apparentTemperatureC: -1,
      relativeHumidityPct: 63.8,
      pressureMslHpa: 1003.7,
      visibilityKm: 9.66,
      uvIndex: null,
      windSpeedKmh: 0,
      windGustKmh: null,
      windDirectionDeg: null,
      cloudCoverPct: 100,
      precipitationMm: null,
      precipitationWindowMinutes: null,
      condition: 'snow',
      intensity: 'light',
      isDay: true,
      sunriseAt: null,
      sunsetAt: null,
      derived: ['apparentTemperatureC', 'pressureMslHpa', 'cloudCoverPct'],
    })
  })

  it('prefers the pressure at sea level and the felt temperature that the station states', () => {
    const stated = conditionsOf({
      seaLevelPressure: { unitCode: 'wmoUnit:Pa', value: 100400 },
      windChill: { unitCode: 'wmoUnit:degC', value: -6.2 },
      cloudLayers: [],
    })
    expect(stated).toMatchObject({ pressureMslHpa: 1004, apparentTemperatureC: -6.2, derived: [] })
    const hot = conditionsOf({
      heatIndex: { unitCode: 'wmoUnit:degF', value: 104 },
      windChill: { unitCode: 'wmoUnit:degC', value: 30 },
    })
    expect(hot.apparentTemperatureC).toBe(40)
  })

  it('takes the rain of the last hour with its window', () => {
    const rainy = conditionsOf({ precipitationLastHour: { unitCode: 'wmoUnit:mm', value: 2.54 } })
    expect(rainy).toMatchObject({ precipitationMm: 2.54, precipitationWindowMinutes: -60 })
  })

  it('keeps a wind from the north, unlike the zero of a calm', () => {
    const northerly = conditionsOf({
      windSpeed: { unitCode: 'wmoUnit:m_s-1', value: 5 },
      windDirection: { unitCode: 'wmoUnit:degree_(angle)', value: 360 },
    })
    expect(northerly).toMatchObject({ windSpeedKmh: 18, windDirectionDeg: 360 })
  })

  // The codes of MADIS: verified, screened, coarse pass, good by judgement, unchecked, and a
  // temperature beside a virtual temperature that could not be computed.
  it.each(['V', 'S', 'C', 'G', 'Z', 'T', null, undefined])(
    'takes a value with the quality code %s',
    (qualityControl) => {
      const wind = { unitCode: 'wmoUnit:km_h-1', value: 40, qualityControl }
      expect(conditionsOf({ windSpeed: wind }).windSpeedKmh).toBe(40)
    },
  )

  const failed: [string, string, string, string, number][] = []
  for (const code of ['X', 'Q', 'B']) {
    failed.push(
      [code, 'temperature', 'temperatureC', 'degC', 55],
      [code, 'windSpeed', 'windSpeedKmh', 'km_h-1', 300],
      [code, 'seaLevelPressure', 'pressureMslHpa', 'Pa', 90_000],
    )
  }
  it.each(failed)(
    'does not trust the quality code %s of %s, and says so',
    (qualityControl, field, ours, unit, value) => {
      const notes: string[] = []
      const change = { [field]: { unitCode: `wmoUnit:${unit}`, value, qualityControl } }
      const without = { ...change, barometricPressure: null }
      const answer = parseObservation(observing(without))
      expect(toConditions(answer, WASHINGTON, NOW, discardInto(notes))).toMatchObject({
        [ours]: null,
      })
      expect(notes).toEqual([`NWS: /properties/${field} has the quality code ${qualityControl}`])
    },
  )

  // Ten degrees of frost at 30 km/h feel like -20 in the table of Environment Canada; 90 °F at
  // 70 % feel like 105 °F, 41 °C, in the chart of the National Weather Service.
  it.each([
    ['cold, with wind', -10, 80, 30, -19.5],
    ['cold, with wind of unknown speed', -10, 80, null, null],
    ['cold and calm', -10, 80, 0, -10],
    ['cold, with humidity unknown', -10, null, 30, -19.5],
    ['hot and humid', 32.2, 70, 10, 41],
    ['hot, with humidity unknown', 32.2, null, 10, null],
    ['hot, with wind unknown', 32.2, 70, null, 41],
    ['hot and dry', 36, 20, null, 36],
    ['mild, with neither known', 18, null, null, 18],
  ])('is felt as computed when it is %s', (_, celsius, percent, kmh, felt) => {
    const quantity = (unit: string, value: number | null) => ({
      unitCode: `wmoUnit:${unit}`,
      value,
    })
    const { apparentTemperatureC, derived } = conditionsOf({
      temperature: quantity('degC', celsius),
      relativeHumidity: quantity('percent', percent),
      windSpeed: quantity('km_h-1', kmh),
    })
    expect(apparentTemperatureC).toBe(felt)
    expect(derived.includes('apparentTemperatureC')).toBe(felt !== null)
  })

  it.each([
    ['33 °C, with the humidity failed and a heat index', 33, 'relativeHumidity', 'X', null],
    ['33 °C, with the wind questioned and a heat index', 33, 'windSpeed', 'Q', 58],
    ['5 °C of frost, with the wind questioned and a wind chill', -5, 'windSpeed', 'Q', null],
    ['5 °C of frost, with the humidity failed and a wind chill', -5, 'relativeHumidity', 'X', -25],
  ])('is felt as stated only where the value behind it is trusted: %s', (...row) => {
    const [, celsius, field, qualityControl, felt] = row
    const degrees = (value: number | null) => ({
      unitCode: 'wmoUnit:degC',
      value,
      qualityControl: 'V',
    })
    const said = {
      temperature: degrees(celsius),
      heatIndex: degrees(celsius > 0 ? 58 : null),
      windChill: degrees(celsius < 0 ? -25 : null),
      relativeHumidity: { unitCode: 'wmoUnit:percent', value: 70 },
      windSpeed: { unitCode: 'wmoUnit:km_h-1', value: 30 },
    }
    const doubted = { ...said[field as 'windSpeed' | 'relativeHumidity'], qualityControl }
    const notes: string[] = []
    const answer = parseObservation(observing({ ...said, [field]: doubted }))
    const { apparentTemperatureC } = toConditions(answer, WASHINGTON, NOW, discardInto(notes))
    expect(apparentTemperatureC).toBe(felt)
    expect(notes).toEqual([`NWS: /properties/${field} has the quality code ${qualityControl}`])
  })

  it.each([
    ['20 m', 20, 1003.7],
    ['500 m', 500, 1003.7],
    ['501 m', 501, null],
    ['a height that is not said', null, null],
  ])('takes the altimeter setting for the pressure up to 500 m: %s', (_, value, hpa) => {
    const elevation = { unitCode: 'wmoUnit:m', value }
    const { pressureMslHpa, derived } = conditionsOf({ elevation })
    expect(pressureMslHpa).toBe(hpa)
    expect(derived.includes('pressureMslHpa')).toBe(hpa !== null)
  })

  it('takes the thickest cloud layer, and nothing from none', () => {
    const layers = [{ amount: 'FEW' }, { amount: 'BKN' }, { amount: 'SCT' }]
    expect(conditionsOf({ cloudLayers: layers }).cloudCoverPct).toBe(75)
    expect(conditionsOf({ cloudLayers: [{ amount: 'CLR' }] }).cloudCoverPct).toBe(0)
    expect(conditionsOf({ cloudLayers: null }).cloudCoverPct).toBeNull()
  })

  it('says nothing of the sky where the station does not', () => {
    const silent = conditionsOf({ textDescription: '', presentWeather: [], icon: null })
    expect(silent).toMatchObject({ condition: null, intensity: null })
  })

  // The sun set in Washington at 17:33, by NOAA's solar calculator.
  it.each([
    ['16:30', null, true, true],
    ['18:00', null, false, true],
    ['16:30', 'https://api.weather.gov/icons/land/night/ovc?size=medium', false, false],
  ])('at %s with the icon %s is day (%s), computed (%s)', (time, icon, isDay, isComputed) => {
    const { derived, ...rest } = conditionsOf({ icon, timestamp: `2026-02-06T${time}:00-05:00` })
    expect(rest.isDay).toBe(isDay)
    expect(derived.includes('isDay')).toBe(isComputed)
  })

  it.each([
    ['a word that is not known here', { textDescription: 'Frogs', presentWeather: [] }, 1],
    [
      'a part that is not known here',
      { textDescription: 'Fair then Frogs', presentWeather: [] },
      1,
    ],
    ['weather not known here', { textDescription: '', presentWeather: [{ weather: 'frogs' }] }, 1],
    [
      'what no instrument identified',
      { textDescription: '', presentWeather: [{ weather: 'unknown' }] },
      0,
    ],
  ])('is unknown for %s, which is noted for the count of unknown codes', (_, change, count) => {
    const notes: string[] = []
    const answer = parseObservation(observing(change))
    expect(toConditions(answer, WASHINGTON, NOW, discardInto(notes)).condition).toBe('unknown')
    expect(notes).toHaveLength(count)
  })

  it('has a sky where the report says text, weather or clouds, and none in the report of a mesonet', () => {
    const mesonet = { textDescription: '', presentWeather: [], icon: null, cloudLayers: [] }
    const rain = [{ intensity: 'light', modifier: null, weather: 'rain', rawString: '-RA' }]
    expect(hasSky(conditionsOf(mesonet))).toBe(false)
    expect(hasSky(conditionsOf({ ...mesonet, textDescription: 'Clear' }))).toBe(true)
    expect(hasSky(conditionsOf({ ...mesonet, presentWeather: rain }))).toBe(true)
    expect(hasSky(conditionsOf({ ...mesonet, cloudLayers: [{ amount: 'OVC' }] }))).toBe(true)
  })

  it.each([
    ['degF', CELSIUS, 212, 100],
    ['K', CELSIUS, 273.15, 0],
    ['m_s-1', KMH, 10, 36],
    ['km_h-1', KMH, 10, 10],
    ['Pa', HPA, 101325, 1013.3],
    ['m', KM, 16090, 16.09],
    ['m', MM, 0.0025, 2.5],
    ['mm', MM, 2.5, 2.5],
  ])('reads the unit %s that a value comes in', (unit, scale, value, ours) => {
    expect(valueIn(scale, 'field', { unitCode: `wmoUnit:${unit}`, value }, discardNothing)).toBe(
      ours,
    )
    expect(valueIn(scale, 'field', { unitCode: `unit:${unit}`, value }, discardNothing)).toBe(ours)
  })

  it.each(['furlong', 'constructor', '__proto__'])(
    'leaves out a value in a unit it does not know, %s, and says so',
    (unit) => {
      const far = { unitCode: `wmoUnit:${unit}`, value: 3 }
      const notes: string[] = []
      const answer = parseObservation(observing({ visibility: far }))
      expect(toConditions(answer, WASHINGTON, NOW, discardInto(notes)).visibilityKm).toBeNull()
      expect(notes).toEqual([`NWS: /properties/visibility has the unit ${unit}`])
    },
  )

  it('refuses a temperature in a unit it does not know by name', () => {
    const warm = { unitCode: 'wmoUnit:furlong', value: 3 }
    expect(() => conditionsOf({ temperature: warm })).toThrow(/properties\/temperature.*furlong/)
  })
})
