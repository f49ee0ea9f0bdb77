import { citiesOfList } from '../../domain/city/city-list.ts'
import type { FreshnessFacts } from '../plugins/value-freshness.ts'
import { Problem } from '../problem.ts'
import type { ManyConditions } from '../readers/many-conditions.ts'
import { MAX_NAME, type MULTIPLE } from '../schemas/several-cities.ts'

/** @throws Problem when the list has too few cities or too many, or a name is too long. */
export function askedCities(list: string, { fewest, most }: typeof MULTIPLE): string[] {
  const wanted = [...new Set(citiesOfList(list))]
  if (wanted.length < fewest || wanted.length > most) {
    const detail = `cities names ${wanted.length} different ones: from ${fewest} to ${most} can be asked for.`
    throw new Problem('invalid-request', detail)
  }
  if (wanted.some((name) => name.length > MAX_NAME)) {
    throw new Problem('invalid-request', `A name in cities is longer than ${MAX_NAME} characters.`)
  }
  return wanted
}

export const factsOf = ({ values }: ManyConditions): FreshnessFacts[] =>
  values.map(({ served }) => ({ ...served.value, product: 'conditions' }))

/** What an answer holds of the cities that have no value. */
export const gapsOf = ({
  withoutData,
  unknown,
  ambiguous,
}: ManyConditions): (string | number)[] => [
  ...withoutData.map(({ id }) => id),
  ...unknown,
  ...ambiguous.flatMap(({ name, candidates }) => [name, ...candidates.map(({ id }) => id)]),
]
