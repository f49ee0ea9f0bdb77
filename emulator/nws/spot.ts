/** What a station has to say: a report, one of hours ago, none, or one that is lacking or doubtful. */
export type EmulatedReport = 'sound' | 'old' | 'absent' | 'no-temperature' | 'failed' | 'doubtful'

/** A station as it stands in the list of a cell. */
export interface Spot {
  readonly km: number
  readonly bearingDegrees: number
  /** Airports report text, sky and visibility; mesonets none of it. */
  readonly isAirport: boolean
  /** Absent where the list does not name it. */
  readonly network?: string
  readonly subNetwork?: string
  readonly aboveGroundM?: number
  readonly report?: EmulatedReport
}
