import { codesOf } from '../sky/condition-codes.ts'
import { worse, type EmulatedCondition } from '../sky/conditions.ts'
import { DAY_MS } from '../sky/numbers.ts'
import { isSunUp, sunHeight, sunTimes } from '../sky/sun.ts'
import type { Coordinates } from '../sky/weather.ts'

/** Symbols of these skies come in versions with a sun, a moon, and a sun below the horizon. */
const SKIES_WITH_SUN = new Set<EmulatedCondition>(['clear', 'mostly_clear', 'partly_cloudy'])

/** Named after the worst of the period, and after where the sun is in its middle. */
export function symbolOf(
  place: Coordinates,
  middleMs: number,
  conditions: readonly EmulatedCondition[],
): string {
  const condition = conditions.reduce(worse, 'clear')
  const { metSymbol } = codesOf(condition)
  return SKIES_WITH_SUN.has(condition) ? `${metSymbol}_${phaseAt(place, middleMs)}` : metSymbol
}

function phaseAt({ latitude, longitude }: Coordinates, atMs: number): string {
  if (isSunUp(sunHeight(latitude, longitude, atMs))) return 'day'
  const around = sunTimes(latitude, longitude, atMs - DAY_MS / 2)
  return around.kind === 'polar-night' ? 'polartwilight' : 'night'
}
