import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startEmulator, type Emulator } from '../index.ts'
import type { ScenePlace } from '../scenes.ts'
import {
  ANCHORAGE,
  BIG_SKY,
  HAGATNA,
  KAUNAKAKAI,
  LEADVILLE,
  PALO_ALTO,
  TONOPAH,
} from '../scenes/mesonets.ts'

const NOW = new Date('2026-11-22T18:27:31Z')

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ now: () => NOW, seed: 1 })
})
afterAll(() => emulator.close())

interface Quantity {
  readonly value: number | null
  readonly qualityControl: string
}
interface Period {
  readonly name: string
  readonly windSpeed: string
  readonly shortForecast: string
  readonly endTime: string
  readonly startTime: string
  readonly temperatureUnit: string
}
interface Body {
  readonly properties: {
    readonly timeZone: string
    readonly observationStations: string
    readonly forecast: string
    readonly timestamp: string
    readonly forecastHourly: string
    readonly textDescription: string
    readonly icon: string | null
    readonly cloudLayers: unknown[]
    readonly temperature: Quantity
    readonly windSpeed: Quantity
    readonly visibility: Quantity
    readonly seaLevelPressure: Quantity
    readonly barometricPressure: Quantity
    readonly elevation: Quantity
    readonly periods: Period[]
  }
  readonly features: Feature[]
}
interface Feature {
  readonly id: string
  readonly geometry: { readonly coordinates: number[] }
  readonly properties: {
    readonly provider?: string
    readonly subProvider?: string
    readonly distance: { readonly value: number }
    readonly elevation: { readonly value: number }
  }
}
interface Reply {
  readonly status: number
  readonly type: string | null
  readonly text: string
}

const get = async (url: string, agent = 'weather.example'): Promise<Reply> => {
  const response = await fetch(url, { headers: { 'user-agent': agent } })
  const text = await response.text()
  return { status: response.status, type: response.headers.get('content-type'), text }
}
const read = async (url: string): Promise<Body> => JSON.parse((await get(url)).text) as Body

async function listAt(latitude: number, longitude: number): Promise<Feature[]> {
  const point = await read(`${emulator.baseUrls.nws}/points/${latitude},${longitude}`)
  return (await read(point.properties.observationStations)).features
}

describe('the emulated National Weather Service', () => {
  it('leads from a point over its grid and stations to an observation, by its own links', async () => {
    const point = await read(`${emulator.baseUrls.nws}/points/38.8894,-77.0352`)
    expect(point.properties.timeZone).toBe('America/New_York')
    const stations = await read(point.properties.observationStations)
    expect(stations.features).toHaveLength(12)
    const [nearest] = stations.features
    expect(nearest?.geometry.coordinates[0]).toBeCloseTo(-77.0352, 1)
    const airport = stations.features.find(({ id }) => id.includes('/stations/K'))
    const { properties } = await read(`${airport?.id ?? ''}/observations/latest`)
    expect(properties.timestamp).toBe('2026-11-22T18:20:00+00:00')
    expect(properties.temperature).toMatchObject({ unitCode: 'wmoUnit:degC' })
    expect(properties.seaLevelPressure.value).toBeNull()
    expect(properties.barometricPressure.value).toBeGreaterThan(90_000)
    expect(properties.textDescription).not.toBe('')
  })

  it('lists airports and mesonets as often as the real service, from near to far', async () => {
    const lists = await Promise.all(
      Array.from({ length: 20 }, (_, index) => listAt(33 + index / 2, -90 - index)),
    )
    const features = lists.flat()
    const share = (isMeant: (feature: Feature) => boolean): number =>
      features.filter(isMeant).length / features.length
    const isAirport = ({ id }: Feature): boolean => id.includes('/stations/K')
    expect(share(isAirport)).toBeGreaterThan(0.4)
    expect(share(isAirport)).toBeLessThan(0.6)
    expect(share(({ properties }) => properties.provider === undefined)).toBeLessThan(0.1)
    expect(share(({ properties }) => properties.distance.value > 60_000)).toBeCloseTo(2 / 12)
    const reports = await Promise.all(
      features.map(async ({ id }) => (await get(`${id}/observations/latest`)).status),
    )
    const absent = reports.filter((status) => status === 404).length / reports.length
    expect(absent).toBeGreaterThan(0)
    expect(absent).toBeLessThan(0.06)
  })

  it('has mesonets without text, sky, visibility and sea-level pressure', async () => {
    const list = await listAt(38.8894, -77.0352)
    const mesonet = list.find(({ id }) => id.includes('/stations/W'))
    const { properties } = await read(`${mesonet?.id ?? ''}/observations/latest`)
    expect(properties).toMatchObject({ textDescription: '', icon: null, cloudLayers: [] })
    expect(properties.visibility.value).toBeNull()
    expect(properties.temperature.value).not.toBeNull()
  })

  it('forecasts fourteen half days in the units asked for', async () => {
    const point = await read(`${emulator.baseUrls.nws}/points/38.8894,-77.0352`)
    const { properties } = await read(`${point.properties.forecast}?units=si`)
    expect(properties.periods).toHaveLength(14)
    expect(properties.periods[0]).toMatchObject({ isDaytime: true, temperatureUnit: 'C' })
    expect(properties.periods[0]?.startTime).toBe('2026-11-22T13:00:00-05:00')
    expect(properties.periods[0]?.windSpeed).toMatch(/^\d+( to \d+)? km\/h$/)
    const american = await read(point.properties.forecast)
    expect(american.properties.periods[0]?.temperatureUnit).toBe('F')
  })

  it('forecasts the hours from the one that runs', async () => {
    const point = await read(`${emulator.baseUrls.nws}/points/38.8894,-77.0352`)
    const { properties } = await read(`${point.properties.forecastHourly}?units=si`)
    expect(properties.periods).toHaveLength(156)
    expect(properties.periods[0]).toMatchObject({
      startTime: '2026-11-22T13:00:00-05:00',
      endTime: '2026-11-22T14:00:00-05:00',
      temperatureUnit: 'C',
    })
    expect(properties.periods[0]?.windSpeed).toMatch(/^\d+ km\/h$/)
    const texts = properties.periods.map(({ shortForecast }) => shortForecast)
    expect(texts.filter((text) => text.includes(' then '))).toEqual([])
  })

  it('names half days and their weather as forecasters do', async () => {
    const places = Array.from({ length: 30 }, (_, index) => [26 + index / 2, -80 - index])
    const periods = await Promise.all(
      places.map(async ([latitude, longitude]) => {
        const point = await read(`${emulator.baseUrls.nws}/points/${latitude},${longitude}`)
        return (await read(point.properties.forecast)).properties.periods
      }),
    )
    const texts = periods.flat().map(({ shortForecast }) => shortForecast)
    for (const form of [/ then /, /^Slight Chance /, /^Chance /, / Likely/, /^Sunny/, /^Clear/]) {
      expect(texts.some((text) => form.test(text))).toBe(true)
    }
    expect(periods[0]?.[0]?.name).toBe('This Afternoon')
    expect(periods[0]?.[1]?.name).toBe('Sunday Night')
  })

  it('does not cover the rest of the world', async () => {
    const { status, type, text } = await get(`${emulator.baseUrls.nws}/points/52.52,13.41`)
    expect([status, type]).toEqual([404, 'application/problem+json'])
    expect(JSON.parse(text)).toMatchObject({
      type: 'https://api.weather.gov/problems/InvalidPoint',
      detail: 'Unable to provide data for requested point 52.52,13.41',
    })
  })

  it('wants to know who asks', async () => {
    expect((await get(`${emulator.baseUrls.nws}/points/38.9,-77`, '')).status).toBe(403)
  })

  it('knows no station it did not name', async () => {
    const { status } = await get(`${emulator.baseUrls.nws}/stations/KXYZ/observations/latest`)
    expect(status).toBe(404)
  })
})

describe('the scene of mesonets', () => {
  beforeAll(() => emulator.control.setScene('mesonets'))
  afterAll(() => emulator.control.clearScene())

  const listOf = ({ latitude, longitude }: ScenePlace): Promise<Feature[]> =>
    listAt(latitude, longitude)
  const reportsOf = async (place: ScenePlace): Promise<(Body | number)[]> =>
    Promise.all(
      (await listOf(place)).map(async ({ id }) => {
        const { status, text } = await get(`${id}/observations/latest`)
        return status === 200 ? (JSON.parse(text) as Body) : status
      }),
    )

  it('has five mesonets and, sixth, an airport in Palo Alto', async () => {
    const list = await listOf(PALO_ALTO)
    expect(list.map(({ properties }) => [properties.provider, properties.subProvider])).toEqual([
      ['APRSWXNET', undefined],
      ['RAWS', undefined],
      ['MesoWest', 'DOT'],
      ['HADS', undefined],
      ['APRSWXNET', undefined],
      ['OTHER-MTR', 'FAA'],
    ])
    const texts = (await reportsOf(PALO_ALTO)).map(
      (report) => typeof report === 'object' && report.properties.textDescription !== '',
    )
    expect(texts).toEqual([false, false, false, false, false, true])
  })

  it('has only mesonets in Big Sky', async () => {
    const list = await listOf(BIG_SKY)
    expect(list.map(({ id }) => id.includes('/stations/W'))).toEqual([true, true, true])
  })

  it('has far stations in Tonopah, and those of other islands in Kaunakakai', async () => {
    for (const place of [TONOPAH, KAUNAKAKAI]) {
      const list = await listOf(place)
      const nearestM = Math.min(...list.map(({ properties }) => properties.distance.value))
      expect(nearestM).toBeGreaterThan(70_000)
    }
  })

  it('has stations hundreds of metres above Leadville', async () => {
    const point = await read(
      `${emulator.baseUrls.nws}/points/${LEADVILLE.latitude},${LEADVILLE.longitude}`,
    )
    const { elevation } = (await read(point.properties.forecast)).properties
    for (const { properties } of await listOf(LEADVILLE)) {
      expect(properties.elevation.value - (elevation.value ?? 0)).toBeGreaterThan(400)
    }
  })

  it('has an old, a failed, an absent and an empty report before a sound one in Anchorage', async () => {
    const [old, failed, absent, empty, sound] = await reportsOf(ANCHORAGE)
    expect(old).toMatchObject({ properties: { timestamp: '2026-11-22T07:20:00+00:00' } })
    expect(failed).toMatchObject({ properties: { temperature: { qualityControl: 'X' } } })
    expect(absent).toBe(404)
    expect(empty).toMatchObject({ properties: { temperature: { value: null } } })
    expect(sound).toMatchObject({ properties: { timestamp: '2026-11-22T18:20:00+00:00' } })
  })

  it('doubts wind and pressure of the one airport in Hagåtña, whose network it does not name', async () => {
    const [feature] = await listOf(HAGATNA)
    expect(feature?.properties).not.toHaveProperty('provider')
    const [report] = await reportsOf(HAGATNA)
    expect(report).toMatchObject({
      properties: {
        windSpeed: { qualityControl: 'Q' },
        barometricPressure: { qualityControl: 'B' },
      },
    })
  })
})
