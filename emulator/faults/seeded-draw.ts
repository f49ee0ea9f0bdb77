import { hash } from '../sky/noise.ts'

const SALT = 977

/** Numbers in [0, 1): the same ones for the same seed and turn. */
export type Draw = () => number

export function createDraw(seed: number, turn: number): Draw {
  let drawn = 0
  return () => hash(seed, turn, ++drawn, SALT)
}

export const oneOf = <T>(items: readonly [T, ...T[]], draw: Draw): T =>
  items[Math.floor(draw() * items.length)] ?? items[0]

export function shuffled<T>(items: readonly T[], draw: Draw): T[] {
  return items
    .map((item) => ({ item, place: draw() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item)
}
