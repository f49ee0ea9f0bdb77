import { MINUTE_MS } from '../domain/time/durations.ts'

/** How a run is cut into pieces. It enters as input, so a deploy never changes a running run. */
export interface RefreshShape {
  /** Due cities up to which `auto` is gear city. */
  readonly autoCityLimit: number
  readonly citiesPerShard: { readonly city: number; readonly bulk: number }
  readonly shardsInFlight: number
  /** Children of one shard under way at a time, in gear city. */
  readonly childrenInFlight: number
  /** Shards after which the run continues as new. */
  readonly shardsPerRun: number
  /** Limit of children that gear bulk starts, for failures that are the city's own. */
  readonly ownFailureChildren: number
  /** Failures named in the summary. */
  readonly failureSample: number
  /** Due ids are read this many shards at a time. */
  readonly shardsPerPage?: number
  /** Of `ownFailureChildren`, what one shard may use. */
  readonly ownFailureChildrenPerShard?: number
  /** How often a shard waits for cities that other runs hold; then the next tick has them. */
  readonly maxRounds?: number
}

/** What a run works by whose input was recorded without these fields: it must replay, so it never changes. */
export const RECORDED_SHAPE = {
  shardsPerPage: 20,
  ownFailureChildrenPerShard: 5,
  maxRounds: 2,
} as const satisfies Partial<RefreshShape>

/** A shard costs its run about 9 events, a child its shard about 9: no history reaches 4000. */
export const REFRESH_SHAPE: RefreshShape = {
  autoCityLimit: 100,
  citiesPerShard: { city: 25, bulk: 1000 },
  shardsInFlight: 4,
  childrenInFlight: 25,
  shardsPerRun: 200,
  ownFailureChildren: 20,
  failureSample: 20,
  shardsPerPage: 20,
  ownFailureChildrenPerShard: 5,
  maxRounds: 2,
}

/** Waits, in milliseconds: tests shorten them, schedules never do. */
export interface RefreshTimings {
  /** First wait before a city's second attempt; it doubles. */
  readonly retryInitialMs: number
  readonly retryMaxAttempts: number
  /** Attempts beyond those, for crashes of workers, which are not the city's. */
  readonly crashAttempts?: number
  /** After which a claim that is not extended expires. */
  readonly claimMs: number
  /** Of gear bulk; absent, there is one pass. */
  readonly passes?: PassTimings
}

/** Those of a single city's workflow. */
export type CityTimings = Pick<
  RefreshTimings,
  'retryInitialMs' | 'retryMaxAttempts' | 'crashAttempts'
>

/** How gear bulk retries transient failures. */
export interface PassTimings {
  /** The first one counts. */
  readonly most: number
  /** First wait between two passes; it doubles. */
  readonly initialMs: number
  /** A provider that asks for a longer wait is left to the next run. */
  readonly longestWaitMs: number
}

/** As `RECORDED_SHAPE`, of `RefreshTimings`. */
export const RECORDED_CRASH_ATTEMPTS = 30

/** Both gears go on for at least 37 s, so that an outage of half a minute loses no city. */
export const REFRESH_TIMINGS: RefreshTimings = {
  retryInitialMs: 1_000,
  retryMaxAttempts: 9,
  crashAttempts: 30,
  claimMs: 3 * MINUTE_MS,
  passes: { most: 9, initialMs: 1_000, longestWaitMs: 90_000 },
}

export const cityTimings = ({
  retryInitialMs,
  retryMaxAttempts,
  crashAttempts,
}: RefreshTimings): CityTimings => ({
  retryInitialMs,
  retryMaxAttempts,
  ...(crashAttempts !== undefined && { crashAttempts }),
})
