import type { Database } from '../../db/database.ts'
import { nearestCities, type Point } from '../../db/queries/nearest-cities.ts'
import { worldCities } from '../../db/world-cities.ts'
import type { City } from '../../domain/city/city.ts'
import { distanceKm } from '../../domain/weather/station-distance.ts'
import { Problem } from '../problem.ts'
import { candidateOf } from './city-lookup.ts'

/** Beyond it the weather is another's, and often the country and the time zone. */
export const FARTHEST_KM = 50

const MAX_SUGGESTIONS = 5

export interface NearPlace {
  readonly city: City
  readonly distanceKm: number
}

/**
 * The known place that coordinates mean: country and time zone are its own, none is guessed.
 * @throws Problem where none is near enough.
 */
export async function nearestPlace(
  db: Database,
  point: Point,
  countryCode: string | undefined,
): Promise<NearPlace> {
  const [listed, stored] = await Promise.all([
    worldCities(),
    nearestCities(db, point, MAX_SUGGESTIONS),
  ])
  // What is stored of a city goes before what the list says of it.
  const places = new Map<number, City>([...listed, ...stored].map((city) => [city.id, city]))
  const nearest = [...places.values()]
    .filter((city) => countryCode === undefined || city.countryCode === countryCode.toUpperCase())
    .map((city) => ({ city, distanceKm: distanceKm(city, point) }))
    .sort((one, other) => one.distanceKm - other.distanceKm)
    .slice(0, MAX_SUGGESTIONS)
  const [best] = nearest
  if (best && best.distanceKm <= FARTHEST_KM) return best
  throw tooFar(nearest)
}

function tooFar(nearest: readonly NearPlace[]): Problem {
  const [best] = nearest
  const said = best
    ? `The nearest known place, ${best.city.name}, ${best.city.countryCode}, is ` +
      `${Math.round(best.distanceKm)} km from there, more than ${FARTHEST_KM} km.`
    : 'No place of this country is known.'
  const wayOut = 'To add a place there, say name, country and timezone beside the coordinates.'
  return new Problem('unknown-city', `${said} ${wayOut}`, {
    ...(best && { extra: { suggestions: nearest.map(({ city }) => candidateOf(city)) } }),
  })
}
