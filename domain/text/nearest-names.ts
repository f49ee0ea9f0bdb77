import { editDistance } from './edit-distance.ts'

/** A name as it is compared, and whose it is. */
export interface ComparedName {
  readonly key: string
  readonly id: number
}

/** A slip in every third letter is another name. */
const LETTERS_PER_SLIP = 3

/** Whose names are nearest to `key`, if near enough: they begin with it, or a few letters differ. */
export function nearestNames(key: string, names: readonly ComparedName[]): number[] {
  const allowed = Math.floor([...key].length / LETTERS_PER_SLIP)
  const close = names
    .map((name) => ({ ...name, distance: distanceTo(name.key, key, allowed) }))
    .filter(({ distance }) => distance <= allowed)
  const nearest = Math.min(...close.map(({ distance }) => distance))
  return [...new Set(close.filter(({ distance }) => distance === nearest).map(({ id }) => id))]
}

/** A name that goes on where `key` ends is as near as one with a single slip. */
function distanceTo(name: string, key: string, atMost: number): number {
  if (name.startsWith(`${key} `)) return 1
  if (Math.abs(name.length - key.length) > atMost) return Infinity
  return editDistance(name, key)
}
