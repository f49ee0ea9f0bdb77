import { CONDITIONS, INTENSITIES, type Sky } from '../domain/condition.ts'

/** A day is named after its most severe step, as the daily codes of other providers are. */
export function mostSevere(skies: readonly Sky[]): Sky | null {
  return skies.reduce<Sky | null>(
    (worst, sky) => (worst && severity(worst) >= severity(sky) ? worst : sky),
    null,
  )
}

/** The list of conditions runs from calm to severe; what is unknown outranks nothing. */
function severity({ condition, intensity }: Sky): number {
  if (condition === 'unknown') return -1
  const grade = intensity === null ? 0 : INTENSITIES.indexOf(intensity) + 1
  return CONDITIONS.indexOf(condition) * 10 + grade
}
