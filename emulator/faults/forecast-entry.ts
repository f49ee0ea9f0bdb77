import type { Path } from './json-paths.ts'

/** Where a forecast's dated entry, a day or a step, is found in each provider's format. */
export interface EntryPaths {
  /** All that says when the entry is. */
  readonly moments: Path[]
  /** The highest and the lowest temperature of it. */
  readonly highs: Path[]
  readonly lows: Path[]
  /** Objects and values that hold all the entry says of the weather. */
  readonly values: Path[]
}

/** The paths of the entry at an index of a forecast's body. */
export type ForecastEntry = (index: number, body: unknown) => EntryPaths
