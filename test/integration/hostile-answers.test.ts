import { describe, expect, it } from 'vitest'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { withFuzzScene } from '../support/fixtures/with-fuzz-scene.ts'
import { americanCities } from '../support/data/american-cities.ts'
import {
  ALL_IDS,
  expectAllOk,
  failuresOf,
  messagesOf,
  sent,
  sorted,
  storedBy,
  without,
  type Spoiling,
} from '../support/fuzz/hostile-run.ts'

const BAD = 7
const OTHER_BAD = 16

const scene = withFuzzScene()
const america = withFuzzScene({ cities: americanCities })

const latitudeOf = (cityId: number): number =>
  scene.cities.find(({ id }) => id === cityId)?.latitude ?? Number.NaN

describe('a body that is no JSON', () => {
  it.each([
    ['packed without its header', { kind: 'header', pack: 'gzip' }],
    ['a page with a NUL', { kind: 'garbage', body: '<html>\u0000</html>' }],
    ['a page with escape sequences', { kind: 'garbage', body: '<html>\u001b]0;x\u0007\u001b[2J' }],
    ['bytes that are no text', { kind: 'garbage', bodyBase64: '7bqt/8CA4pqg8J+Y' }],
    ['a page of a megabyte', { kind: 'garbage', body: '\ufffe😀'.repeat(300_000) }],
  ] satisfies [string, Spoiling][])('as %s leads to the next provider', async (_, spoiling) => {
    const run = await sent(scene, ['weatherapi', 'open-meteo'], spoiling)
    expectAllOk(run)
    expect(sorted(storedBy(run, 'conditions', 'open-meteo'))).toEqual(ALL_IDS)
    for (const message of messagesOf(run)) {
      expect(message).not.toMatch(/[\p{Cc}\p{Cs}]/u)
      expect(message.length).toBeLessThan(400)
    }
  })
})

describe('one place that is wrong in a request of 20', () => {
  it.each([
    ['the same date twice', 'open-meteo', { kind: 'duplicate-date' }],
    ['a day that does not exist', 'weatherapi', { kind: 'impossible-date' }],
    ['a day beyond all calendars', 'open-meteo', { kind: 'impossible-date' }],
    ['maxima below minima', 'open-meteo', { kind: 'max-below-min' }],
    ['the same step twice', 'met-norway', { kind: 'duplicate-date' }],
  ] satisfies [string, ProviderId, Spoiling][])(
    'as %s by %s costs no neighbour anything',
    async (_, hostile, spoiling) => {
      const healthy = hostile === 'open-meteo' ? 'weatherapi' : 'open-meteo'
      const run = await sent(scene, [hostile, healthy], {
        ...spoiling,
        placeLatitude: latitudeOf(BAD),
      })
      expectAllOk(run)
      expect(storedBy(run, 'forecast_days', hostile)).toEqual(expect.arrayContaining(without(BAD)))
      expect(storedBy(run, 'conditions', hostile)).toEqual(expect.arrayContaining(without(BAD)))
      const days = [...run.rows].filter(([key]) => key.startsWith(`forecast_days ${BAD} `))
      expect(days.length).toBeGreaterThan(1)
    },
  )

  it.each([
    ['huge', 1e20],
    ['text', 'now'],
    ['negative', -1e15],
    ['null', null],
  ])('as a moment that is %s is that place’s failure alone', async (_, value) => {
    const spoiling = { field: 'current.time', value, placeLatitude: latitudeOf(BAD) }
    const run = await sent(scene, ['open-meteo', 'weatherapi'], { kind: 'mutate', ...spoiling })
    expectAllOk(run)
    expect(sorted(storedBy(run, 'conditions', 'open-meteo'))).toEqual(without(BAD))
    expect(storedBy(run, 'conditions', 'weatherapi')).toEqual([BAD])
    expect(failuresOf(run, BAD).length).toBeGreaterThan(0)
    expect(failuresOf(run)).toEqual(failuresOf(run, BAD))
  })

  it('is found where the provider refuses all for two of them', async () => {
    const placeLatitudes = [latitudeOf(BAD), latitudeOf(OTHER_BAD)]
    const run = await sent(scene, ['open-meteo', 'met-norway'], {
      kind: 'status',
      status: 400,
      placeLatitudes,
    })
    expect(sorted(storedBy(run, 'conditions', 'open-meteo'))).toEqual(without(BAD, OTHER_BAD))
    expect(sorted(storedBy(run, 'conditions', 'met-norway'))).toEqual([BAD, OTHER_BAD])
  })
})

describe('a part of an answer', () => {
  it('that is optional and in another form is missing alone', async () => {
    for (const replacement of ['empty-list', 'text', 'null', 'negative'] as const) {
      const run = await sent(scene, ['weatherapi', 'open-meteo'], {
        kind: 'mutate',
        field: 'current.air_quality',
        replacement,
      })
      expectAllOk(run)
      expect(sorted(storedBy(run, 'conditions', 'weatherapi'))).toEqual(ALL_IDS)
      expect(sorted(storedBy(run, 'forecast_days', 'weatherapi'))).toEqual(ALL_IDS)
      expect(sorted(storedBy(run, 'air_quality', 'open-meteo'))).toEqual(ALL_IDS)
    }
  })

  it('that is an index outside its scale is not stored', async () => {
    for (const value of [-1, -999, 1e6]) {
      for (const [hostile, field] of [
        ['open-meteo', 'current.european_aqi'],
        ['open-meteo', 'current.us_aqi'],
        ['weatherapi', 'current.air_quality.us-epa-index'],
        ['openweathermap', 'list.0.main.aqi'],
      ] as const) {
        const run = await sent(scene, [hostile, 'met-norway'], { kind: 'mutate', field, value })
        const air = [...run.rows].filter(([key]) => key.startsWith('air_quality'))
        for (const [key, { indices }] of air) {
          expect(Object.values(indices as object), `${key} of ${field}`).not.toContain(value)
        }
      }
    }
  })

  it('that one NWS office cannot give does not count against NWS', async () => {
    const [first] = americanCities
    const office = (await officeOf(first!.latitude, first!.longitude)) ?? 'none'
    const path = `/gridpoints/${office}/`
    const run = await sent(america, ['nws', 'met-norway'], { kind: 'grid-expired', path })
    const others = ALL_IDS.slice(8)
    expect(sorted(storedBy(run, 'conditions', 'nws'))).toEqual(expect.arrayContaining(others))
    expect(sorted(storedBy(run, 'forecast_days', 'nws'))).toEqual(others)
    expect(storedBy(run, 'forecast_days', 'met-norway')).toEqual(
      expect.arrayContaining(ALL_IDS.slice(0, 8)),
    )
  })
})

async function officeOf(latitude: number, longitude: number): Promise<string | undefined> {
  const response = await fetch(`${america.emulator.baseUrls.nws}/points/${latitude},${longitude}`)
  const body = (await response.json()) as { properties: { gridId?: string } }
  return body.properties.gridId
}
