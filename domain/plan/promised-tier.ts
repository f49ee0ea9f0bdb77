/** Cities that are promised never to be older; the first tier that has a city counts. */
export type TierOf =
  | { readonly kind: 'top'; readonly count: number }
  | { readonly kind: 'population'; readonly atLeast: number }
  | { readonly kind: 'all' }

export type Promised = TierOf & { readonly minutes: number }

const DAY = 24 * 60

/** Every city once a day at least. */
export const DEFAULT_PROMISES: readonly Promised[] = [{ kind: 'all', minutes: DAY }]

export interface TierFacts {
  readonly requests: number
  readonly population: number | null
}

/** A tier by what can be told of one city alone. */
export interface TierMark {
  readonly minutes: number
  readonly leastRequests?: number
  readonly leastPopulation?: number
}

/** The most requested are those with at least so many requests: of equal ones all are. */
export function tierMarks(
  promises: readonly Promised[],
  cities: readonly TierFacts[],
): readonly TierMark[] {
  const requests = cities.map((city) => city.requests).sort((one, other) => other - one)
  return promises.map((promise): TierMark => {
    const { minutes } = promise
    if (promise.kind === 'all') return { minutes }
    if (promise.kind === 'population') return { minutes, leastPopulation: promise.atLeast }
    const least = requests[promise.count - 1] ?? 0
    // Nobody has asked for the rest, so that none of them is among the most requested.
    return { minutes, leastRequests: Math.max(least, Number.MIN_VALUE) }
  })
}

/** Undefined where nothing is promised. */
export const markOf = (
  marks: readonly TierMark[],
  { requests, population }: TierFacts,
): TierMark | undefined =>
  marks.find(
    ({ leastRequests, leastPopulation }) =>
      (leastRequests === undefined || requests >= leastRequests) &&
      (leastPopulation === undefined || (population ?? 0) >= leastPopulation),
  )
