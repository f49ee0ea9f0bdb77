import { json, type Answer, type EmulatedCall } from '../exchange.ts'

interface Place {
  readonly id: number
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly elevation: number
  readonly feature_code: string
  readonly country_code: string
  readonly timezone: string
  readonly admin1: string
  /** Left out where it is not known. */
  readonly population?: number
}

const usa = (zone: string) => ({ country_code: 'US', timezone: `America/${zone}` })
const ireland = { country_code: 'IE', timezone: 'Europe/Dublin' }
const town = { feature_code: 'PPL' }

/** A few small places of GeoNames (CC BY 4.0), and one that is none. */
const PLACES: readonly Place[] = [
  {
    id: 4813519,
    name: 'MacArthur',
    ...at(37.75845, -81.2126, 742),
    ...town,
    ...usa('New_York'),
    admin1: 'West Virginia',
    population: 1500,
  },
  {
    id: 4718314,
    name: 'Peggy',
    ...at(28.7397, -98.17862, 116),
    ...town,
    ...usa('Chicago'),
    admin1: 'Texas',
  },
  {
    id: 4582042,
    name: 'Hollywood',
    ...at(32.73434, -80.24177, 13),
    ...town,
    ...usa('New_York'),
    admin1: 'South Carolina',
    population: 4962,
  },
  {
    id: 4067814,
    name: 'Hollywood',
    ...at(34.72425, -85.97248, 193),
    ...town,
    ...usa('Chicago'),
    admin1: 'Alabama',
    population: 974,
  },
  {
    id: 2963748,
    name: 'Hollywood',
    ...at(53.09333, -6.60806, 175),
    ...town,
    ...ireland,
    admin1: 'Leinster',
  },
  {
    id: 3294957,
    name: 'Hollywood',
    ...at(51.82972, -9.89556, 32),
    ...town,
    ...ireland,
    admin1: 'Munster',
  },
  {
    id: 1,
    name: 'Peggy Field',
    ...at(28.7, -98.1, 110),
    feature_code: 'AIRP',
    ...usa('Chicago'),
    admin1: 'Texas',
  },
]

function at(latitude: number, longitude: number, elevation: number) {
  return { latitude, longitude, elevation }
}

/** Fewer letters find nothing there, either. */
const SHORTEST = 2
const MAX_COUNT = 100
const GENERATION_MS = 0.12

const call = (answer: () => Answer): EmulatedCall => ({ places: [], weight: 1, answer })

const folded = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** `/v1/search`: by the beginning of a name; without `results` where there is none. */
export function searchPlaces(query: URLSearchParams): EmulatedCall {
  const name = folded(query.get('name') ?? '')
  const country = query.get('countryCode')
  const count = Math.min(Number(query.get('count') ?? 10), MAX_COUNT)
  const results = PLACES.filter(
    (place) =>
      name.length >= SHORTEST &&
      folded(place.name).startsWith(name) &&
      (country === null || place.country_code === country),
  ).slice(0, count)
  const timed = { generationtime_ms: GENERATION_MS }
  return call(() => json(results.length === 0 ? timed : { results, ...timed }))
}

/** `/v1/get`: by the id of GeoNames. */
export function placeById(query: URLSearchParams): EmulatedCall {
  const place = PLACES.find(({ id }) => String(id) === query.get('id'))
  return call(() => (place ? json(place) : json({ error: true, reason: 'Not found' }, 404)))
}
