import type { Product } from '../weather/product.ts'

/** Cities that are promised never to be older; the first tier that has a city counts. */
export type TierOf =
  | { readonly kind: 'top'; readonly count: number }
  | { readonly kind: 'population'; readonly atLeast: number }
  | { readonly kind: 'all' }

export type Promised = TierOf & { readonly minutes: number }

const DAY = 24 * 60

/** Every city once a day at least. */
export const ONCE_A_DAY: Promised = { kind: 'all', minutes: DAY }

export const DEFAULT_PROMISES: readonly Promised[] = [ONCE_A_DAY]

/** What a city can be promised by hand: few values, so that a plan stays short however many cities have one. */
export const OWN_PROMISES = [15, 30, 60, 120, 180, 360, 720, DAY] as const

export type OwnPromise = (typeof OWN_PROMISES)[number]

export interface TierFacts {
  /** Each worth half as much after a half-life. */
  readonly requests: number
  readonly population: number | null
  /** Its own promise, in minutes; it counts before every tier. */
  readonly promisedMinutes: number | null
}

/** A tier by what is known of one city alone; without any condition it has every city. */
export interface TierMark {
  readonly minutes: number
  readonly leastRequests?: number
  readonly leastPopulation?: number
  readonly ownMinutes?: number
}

/** The most requested are those with at least that many requests: of equal ones all are. */
export function tierMarks(
  promises: readonly Promised[],
  cities: readonly TierFacts[],
): readonly TierMark[] {
  return [...ownMarks(cities), ...promises.map((promise) => markOfPromise(promise, cities))]
}

const ownMarks = (cities: readonly TierFacts[]): TierMark[] =>
  [...new Set(cities.flatMap(({ promisedMinutes }) => promisedMinutes ?? []))]
    .sort((one, other) => one - other)
    .map((minutes) => ({ minutes, ownMinutes: minutes }))

function markOfPromise(promise: Promised, cities: readonly TierFacts[]): TierMark {
  const { minutes } = promise
  if (promise.kind === 'all') return { minutes }
  if (promise.kind === 'population') return { minutes, leastPopulation: promise.atLeast }
  const requests = cities.map((city) => city.requests).sort((one, other) => other - one)
  const least = requests[promise.count - 1] ?? 0
  // No one has asked for the rest, so that none of them is among the most requested.
  return { minutes, leastRequests: Math.max(least, Number.MIN_VALUE) }
}

export const hasCity = (
  { leastRequests, leastPopulation, ownMinutes }: TierMark,
  { requests, population, promisedMinutes }: TierFacts,
): boolean =>
  (leastRequests === undefined || requests >= leastRequests) &&
  (leastPopulation === undefined || (population ?? 0) >= leastPopulation) &&
  (ownMinutes === undefined || promisedMinutes === ownMinutes)

export const hasEveryCity = ({ leastRequests, leastPopulation, ownMinutes }: TierMark): boolean =>
  leastRequests === undefined && leastPopulation === undefined && ownMinutes === undefined

/** What is promised to some cities only, is promised of their conditions. */
export const marksFor = (marks: readonly TierMark[], product: Product): readonly TierMark[] =>
  product === 'conditions' ? marks : marks.filter(hasEveryCity)

/** Undefined where nothing is promised. */
export const markOf = (marks: readonly TierMark[], city: TierFacts): TierMark | undefined =>
  marks.find((mark) => hasCity(mark, city))
