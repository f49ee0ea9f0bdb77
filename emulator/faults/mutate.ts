import type { Fault } from '../control/schemas.ts'
import { shuffled, type Draw } from './seeded-draw.ts'
import { keysOf, pathOf, valueAt, withValue, type Path } from './json-paths.ts'
import { REPLACEMENTS, replaced } from './replacements.ts'

/** How often a random field is a whole object or list, not one of the parts of it. */
const WHOLE_SHARE = 0.15

/** One field replaced: the one the fault names, else a random one, by what it names or at random. */
export function mutated(body: unknown, fault: Fault, draw: Draw): unknown {
  const path = fault.field === undefined ? randomPath(body, draw) : pathOf(fault.field)
  if (fault.value !== undefined) return withValue(body, path, () => fault.value)
  const replacements = fault.replacement ? [fault.replacement] : shuffled(REPLACEMENTS, draw)
  for (const replacement of replacements) {
    const result = replaced(body, path, replacement)
    if (result !== body) return result
  }
  return body
}

/** Level by level, so that a long list hides nothing of what stands beside it. */
function randomPath(body: unknown, draw: Draw): Path {
  const path: (string | number)[] = []
  for (;;) {
    const keys = keysOf(valueAt(body, path))
    const key = keys[Math.floor(draw() * keys.length)]
    if (key === undefined || (path.length > 0 && draw() < WHOLE_SHARE)) return path
    path.push(key)
  }
}
