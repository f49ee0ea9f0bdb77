import type { PlaceMemory } from '../../domain/provider.ts'

/** The cell of the forecast grid a place lies in. */
export interface Grid {
  readonly office: string
  readonly gridX: number
  readonly gridY: number
}

/** Stations around a place, the next to ask first. */
export interface Stations {
  readonly ids: readonly string[]
  /** How many in a row had nothing usable; a full round ends the search. */
  readonly missed: number
  /** ISO time when the list was asked for. */
  readonly since: string
}

export function gridOf(memory: PlaceMemory | undefined): Grid | undefined {
  const { office, gridX, gridY } = memory?.address ?? {}
  if (typeof office !== 'string') return undefined
  if (typeof gridX !== 'number' || typeof gridY !== 'number') return undefined
  return { office, gridX, gridY }
}

export function stationsOf(memory: PlaceMemory | undefined): Stations | undefined {
  const { stations, missed, stationsSince } = memory?.address ?? {}
  if (typeof stations !== 'object' || stations.length === 0) return undefined
  return {
    ids: stations,
    missed: typeof missed === 'number' ? missed : 0,
    since: typeof stationsSince === 'string' ? stationsSince : '',
  }
}

export const memoryOf = (grid: Grid, stations?: Stations): PlaceMemory => ({
  address: {
    ...grid,
    ...(stations && {
      stations: stations.ids,
      missed: stations.missed,
      stationsSince: stations.since,
    }),
  },
})

/** The next station's turn, or undefined when all of them had theirs. */
export function nextStation({ ids, missed, since }: Stations): Stations | undefined {
  const [first, ...others] = ids
  if (first === undefined || missed + 1 >= ids.length) return undefined
  return { ids: [...others, first], missed: missed + 1, since }
}
