import type { Place } from '../../../domain/city/city.ts'
import {
  distanceKm,
  isRepresentative,
  type Site,
} from '../../../domain/weather/station-distance.ts'
import type { Grid, Stations } from './address.ts'
import { METRES, valueIn } from './quantity.ts'
import type { StationFeature } from './wire.ts'

/** A bound on requests; where five stations in a row have nothing to say, the area has not. */
const MAX_STATIONS = 5

/** Part of an address. */
const STATION_ID = /^[\w-]{1,20}$/

/**
 * Airport stations as MADIS names their networks: METAR reports hold text, sky and visibility. Others
 * (APRSWXNET, RAWS, HADS, MesoWest, …) measure temperature, humidity and wind.
 * https://madis.ncep.noaa.gov/madis_metar.shtml
 */
const SKY_NETWORKS: ReadonlySet<string> = new Set([
  'ASOS',
  'ASOS-HFM',
  'AWOS',
  'METAR',
  'NonFedAWOS',
  'OTHER-HFM',
  'OTHER-MTR',
  'SAO',
])

/** MesoWest hands on the airports of the FAA as well. */
const SKY_SUB_NETWORKS: ReadonlySet<string> = new Set(['FAA'])

/** ICAO's location indicators of the United States and their territories, which airports have. */
const AIRPORT_ID = /^(?:K[A-Z0-9]{3}|P[A-Z]{3}|T[IJ][A-Z]{2}|NST[A-Z])$/

interface Candidate {
  readonly id: string
  readonly awayKm: number
  readonly reportsSky: boolean
}

/** The stations that stand for the place, those that report a sky first, each group nearest first. */
export function toStations(
  features: readonly StationFeature[],
  { latitude, longitude }: Place,
  { elevationM }: Grid,
  at: Date,
): Stations {
  const place = { latitude, longitude, elevationM: elevationM ?? null }
  const ids = features
    .flatMap((feature) => candidateOf(feature, place) ?? [])
    .sort((a, b) => Number(b.reportsSky) - Number(a.reportsSky) || a.awayKm - b.awayKm)
    .slice(0, MAX_STATIONS)
    .map(({ id }) => id)
  return { ids, missed: 0, withoutSky: [], since: at.toISOString() }
}

function candidateOf({ geometry, properties }: StationFeature, place: Site): Candidate | null {
  const { stationIdentifier: id, elevation } = properties
  const [longitude, latitude] = geometry?.coordinates ?? []
  if (!STATION_ID.test(id) || longitude === undefined || latitude === undefined) return null
  const elevationM = valueIn(METRES, 'elevation', elevation, () => undefined)
  const station = { latitude, longitude, elevationM }
  if (!isRepresentative(station, place)) return null
  return { id, awayKm: distanceKm(station, place), reportsSky: reportsSky(properties) }
}

/** Older lists do not name the network; then the kind of identifier decides. */
function reportsSky({
  provider,
  subProvider,
  stationIdentifier,
}: StationFeature['properties']): boolean {
  if (subProvider && SKY_SUB_NETWORKS.has(subProvider)) return true
  return provider ? SKY_NETWORKS.has(provider) : AIRPORT_ID.test(stationIdentifier)
}
