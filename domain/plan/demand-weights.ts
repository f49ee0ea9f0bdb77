/** Added to every count: a city without a request yet is quiet, not worthless. */
export const UNSEEN_REQUESTS = 0.5

/** A city's share of all requests, from a count that may be small: none is ever zero. */
export const requestShare = (requests: number, total: number, cities: number): number =>
  (requests + UNSEEN_REQUESTS) / (total + UNSEEN_REQUESTS * cities)
