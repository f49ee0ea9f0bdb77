import { editDistance } from '../../domain/text/edit-distance.ts'

/** The most similar of `names`, where no more than `share` of its letters differ. */
export function nearestName(
  name: string,
  names: readonly string[],
  share = 1 / 3,
): string | undefined {
  const [nearest] = names
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .filter(({ candidate, distance }) => distance <= candidate.length * share)
    .sort((a, b) => a.distance - b.distance)
  return nearest?.candidate
}
