import { readFileSync } from 'node:fs'
import { SCENES } from '../scenes.ts'
import { zoneOfLongitude } from './time-zones.ts'
import type { Coordinates } from './weather.ts'

interface Landmark extends Coordinates {
  readonly zone: string
}

/** `data` beside `emulator`, and `dist/data` beside `dist/emulator`. */
const CITIES = new URL('../../data/cities.json', import.meta.url)

type CityRow = readonly [number, string, string, number, number, string, number]

/** About 250 km; farther from any of them is the sea or a desert. */
const NEAR_DEGREES = 2.3
const REMEMBERED_PLACES = 20_000

let landmarks: readonly Landmark[] | undefined
const zones = new Map<string, string>()

/** The zone of the nearest city or place of a scene, since there is no map here; else the nautical one. */
export function zoneOf(place: Coordinates): string {
  const key = `${String(place.latitude)},${String(place.longitude)}`
  const known = zones.get(key)
  if (known !== undefined) return known
  const zone = nearestZone(place) ?? zoneOfLongitude(place.longitude)
  if (zones.size >= REMEMBERED_PLACES) zones.clear()
  zones.set(key, zone)
  return zone
}

function nearestZone({ latitude, longitude }: Coordinates): string | undefined {
  landmarks ??= readLandmarks()
  const narrowing = Math.cos((latitude * Math.PI) / 180)
  let nearest: string | undefined
  let least = NEAR_DEGREES ** 2
  for (const landmark of landmarks) {
    const north = landmark.latitude - latitude
    if (Math.abs(north) > NEAR_DEGREES) continue
    const turn = Math.abs(landmark.longitude - longitude)
    const east = Math.min(turn, 360 - turn) * narrowing
    const distance = north ** 2 + east ** 2
    if (distance < least) [nearest, least] = [landmark.zone, distance]
  }
  return nearest
}

function readLandmarks(): Landmark[] {
  const rows = JSON.parse(readFileSync(CITIES, 'utf8')) as CityRow[]
  const cities = rows.map(([, , , latitude, longitude, zone]) => ({ latitude, longitude, zone }))
  const places = Object.values(SCENES).flatMap((scene) => scene.places)
  return [...places.map((place) => ({ ...place, zone: place.timeZone })), ...cities]
}
