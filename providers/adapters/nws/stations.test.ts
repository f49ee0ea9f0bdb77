import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toStations } from './stations.ts'
import { parseStations } from './wire.ts'

const AT = new Date('2026-10-04T12:00:00Z')
const RECORDED: unknown = JSON.parse(
  readFileSync(new URL('fixtures/gridpoint-stations-lwx.json', import.meta.url), 'utf8'),
)
const WASHINGTON = { latitude: 38.8894, longitude: -77.0352 }
const PALO_ALTO = { latitude: 37.4419, longitude: -122.143 }

interface Listed {
  readonly id: string
  /** Degrees of latitude north of the place: 0.1 is 11.1 km. */
  readonly north: number
  readonly provider?: string | null
  readonly subProvider?: string
  readonly elevationM?: number | null
}

const featureOf =
  (place: typeof WASHINGTON) =>
  ({ id, north, elevationM = 10, ...names }: Listed): unknown => ({
    geometry: { type: 'Point', coordinates: [place.longitude, place.latitude + north] },
    properties: {
      stationIdentifier: id,
      elevation: { unitCode: 'wmoUnit:m', value: elevationM },
      ...names,
    },
  })

function chosenFrom(listed: readonly unknown[], place = PALO_ALTO, elevationM: number | null = 10) {
  const features = parseStations({ features: listed })
  const spot = { ...place, id: 1, timeZone: 'America/Los_Angeles', countryCode: 'US' }
  const grid = { office: 'MTR', gridX: 93, gridY: 87, elevationM }
  return toStations(features, spot, grid, AT).ids
}

const listing = (...listed: Listed[]): unknown[] => listed.map(featureOf(PALO_ALTO))

describe('the stations of a place', () => {
  it('are the five nearest of a list of airports', () => {
    const { features } = RECORDED as { features: unknown[] }
    const ids = ['KDCA', 'KCGS', 'KADW', 'KDAA', 'KFME']
    expect(chosenFrom(features, WASHINGTON)).toEqual(ids)
    expect(chosenFrom(features.toReversed(), WASHINGTON)).toEqual(ids)
  })

  it.each<[string, unknown]>([
    ['without a name', { stationIdentifier: null }],
    ['with a number for a name', { stationIdentifier: 5 }],
    ['that says nothing', null],
  ])('are the others beside one %s', (_, properties) => {
    const geometry = { type: 'Point', coordinates: [PALO_ALTO.longitude, PALO_ALTO.latitude] }
    const [sound] = listing({ id: 'KPAO', north: 0.01 })
    expect(chosenFrom([sound, { geometry, properties }])).toEqual(['KPAO'])
    expect(() => chosenFrom([{ geometry, properties }])).toThrow(/NWS station/)
  })

  it('begin with the airport that stands sixth in the list, after five mesonets', () => {
    const mesonets = [1, 2, 3, 4, 5].map((rank) => ({
      id: `AW02${rank}`,
      north: rank / 100,
      provider: 'APRSWXNET',
    }))
    const airport = { id: 'KPAO', north: 0.3, provider: 'OTHER-MTR' }
    expect(chosenFrom(listing(...mesonets, airport))).toEqual([
      'KPAO',
      'AW021',
      'AW022',
      'AW023',
      'AW024',
    ])
  })

  // As https://api.weather.gov/gridpoints/MTR/93,87/stations lists them.
  it('are taken by the network that the list names', () => {
    const listed = listing(
      { id: 'AW020', north: 0.01, provider: 'APRSWXNET' },
      { id: 'KNUQ', north: 0.02, provider: 'ASOS' },
      { id: 'KPAO', north: 0.03, provider: 'OTHER-MTR' },
      { id: 'LOAC1', north: 0.04, provider: 'RAWS' },
      { id: 'KSJC', north: 0.05, provider: 'ASOS-HFM' },
      { id: 'LAHC1', north: 0.06, provider: 'RAWS' },
    )
    expect(chosenFrom(listed)).toEqual(['KNUQ', 'KPAO', 'KSJC', 'AW020', 'LOAC1'])
  })

  it.each<[string, Listed, boolean]>([
    ['ASOS', { id: 'X1', north: 0, provider: 'ASOS' }, true],
    ['an AWOS that is not federal', { id: 'X1', north: 0, provider: 'NonFedAWOS' }, true],
    ['MesoWest', { id: 'KXYZ', north: 0, provider: 'MesoWest' }, false],
    ['HADS', { id: 'X1', north: 0, provider: 'HADS' }, false],
    [
      'the FAA by way of MesoWest',
      { id: 'X1', north: 0, provider: 'MesoWest', subProvider: 'FAA' },
      true,
    ],
    [
      'a road service by way of MesoWest',
      { id: 'X1', north: 0, provider: 'MesoWest', subProvider: 'DOT' },
      false,
    ],
    ['no network, with an ICAO name', { id: 'PHNL', north: 0 }, true],
    ['an empty network, with an ICAO name', { id: 'TJSJ', north: 0, provider: '' }, true],
    ['no network, with another name', { id: 'C4253', north: 0, provider: null }, false],
  ])('of %s are preferred only where they report a sky', (_, station, isPreferred) => {
    const nearer = { id: 'NEAR1', north: -0.001, provider: 'APRSWXNET' }
    const far = { ...station, north: 0.2 }
    expect(chosenFrom(listing(nearer, far))[0]).toBe(isPreferred ? station.id : 'NEAR1')
  })

  it.each<[string, Listed, string[]]>([
    ['59 km away', { id: 'KAAA', north: 0.53 }, ['KAAA']],
    ['61 km away', { id: 'KAAA', north: 0.55 }, []],
    ['260 km away', { id: 'KAAA', north: 2.34 }, []],
    ['300 m higher', { id: 'KAAA', north: 0, elevationM: 310 }, ['KAAA']],
    ['301 m higher', { id: 'KAAA', north: 0, elevationM: 311 }, []],
    ['of unknown height', { id: 'KAAA', north: 0, elevationM: null }, ['KAAA']],
  ])('hold one %s only within the limits', (_, station, ids) => {
    expect(chosenFrom(listing(station))).toEqual(ids)
  })

  it('are judged by distance alone where the height of the place is not known', () => {
    const high = { id: 'KLXV', north: 0.1, elevationM: 3026 }
    expect(chosenFrom(listing(high), PALO_ALTO, null)).toEqual(['KLXV'])
    expect(chosenFrom(listing(high), PALO_ALTO, 10)).toEqual([])
  })

  it('leave out one that does not say where it is', () => {
    const nowhere = [
      { geometry: null, properties: { stationIdentifier: 'KAAA' } },
      { geometry: { coordinates: [] }, properties: { stationIdentifier: 'KBBB' } },
      { properties: { stationIdentifier: 'KCCC' } },
    ]
    expect(chosenFrom([...nowhere, ...listing({ id: 'KDDD', north: 0 })])).toEqual(['KDDD'])
  })
})
