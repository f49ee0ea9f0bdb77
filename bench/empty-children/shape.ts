export const EMPTY_TASK_QUEUE = 'bench_empty'

/** As `refreshAllCities` cuts a run in gear city. */
export interface EmptyRunInput {
  readonly children: number
  readonly childrenPerShard: number
  readonly shardsInFlight: number
  readonly childrenInFlight: number
}
