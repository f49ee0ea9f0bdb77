import type { PlaceMemory } from '../../../domain/provider/provider.ts'

/** The cell of the forecast grid a place lies in. */
export interface Grid {
  readonly office: string
  readonly gridX: number
  readonly gridY: number
  /** Its height; null where the forecast did not say, absent before it was read. */
  readonly elevationM?: number | null
}

/** Stations that stand for a place, the next to try first; none where the forecast has to. */
export interface Stations {
  readonly ids: readonly string[]
  /** Stations in a row without a report to take; a full round ends the search. */
  readonly missed: number
  /** Those of the round whose report lacks only the sky. */
  readonly withoutSky: readonly string[]
  /** A round has found no station that reports a sky, so none is looked for. */
  readonly anySky?: true
  /** No station of the list had a report to take: none is tried until the list is an hour old. */
  readonly silent?: true
  /** ISO time of the list. */
  readonly since: string
}

const UNKNOWN = 'unknown'

export function gridOf(memory: PlaceMemory | undefined): Grid | undefined {
  const { office, gridX, gridY, elevationM } = memory?.address ?? {}
  if (typeof office !== 'string') return undefined
  if (typeof gridX !== 'number' || typeof gridY !== 'number') return undefined
  const grid = { office, gridX, gridY }
  if (elevationM === UNKNOWN) return { ...grid, elevationM: null }
  return typeof elevationM === 'number' ? { ...grid, elevationM } : grid
}

export function stationsOf(memory: PlaceMemory | undefined): Stations | undefined {
  const { stations, missed, stationsSince, withoutSky, anySky, silent } = memory?.address ?? {}
  if (typeof stations !== 'object' || typeof stationsSince !== 'string') return undefined
  return {
    ids: stations,
    missed: typeof missed === 'number' ? missed : 0,
    withoutSky: typeof withoutSky === 'object' ? withoutSky : [],
    ...(anySky === 1 && { anySky: true }),
    ...(silent === 1 && { silent: true }),
    since: stationsSince,
  }
}

export const memoryOf = ({ elevationM, ...grid }: Grid, stations?: Stations): PlaceMemory => ({
  address: {
    ...grid,
    ...(elevationM !== undefined && { elevationM: elevationM ?? UNKNOWN }),
    ...(stations && {
      stations: stations.ids,
      missed: stations.missed,
      stationsSince: stations.since,
      ...(stations.withoutSky.length > 0 && { withoutSky: stations.withoutSky }),
      ...(stations.anySky && { anySky: 1 }),
      ...(stations.silent && { silent: 1 }),
    }),
  },
})

/** The grid for another list of stations; a height that was not said is looked up again as well. */
export function forNewList({ elevationM, ...grid }: Grid): Grid {
  return elevationM == null ? grid : { ...grid, elevationM }
}

/** The stations to try after one without a report to take: none after a full round. */
export const stationsAfterMiss = (stations: Stations, now: Date): Stations =>
  nextInRound(stations) ?? {
    ids: [],
    missed: 0,
    withoutSky: [],
    silent: true,
    since: now.toISOString(),
  }

/** The stations to try after a report without a sky; undefined where this report is the one to take. */
export function stationsAfterReportWithoutSky(stations: Stations): Stations | undefined {
  const [first] = stations.ids
  if (first === undefined || stations.anySky) return undefined
  return nextInRound({ ...stations, withoutSky: [...stations.withoutSky, first] })
}

/** A round without a sky leads back to the stations that lack nothing else, nearest first. */
function nextInRound(stations: Stations): Stations | undefined {
  const { ids, missed, withoutSky, since } = stations
  const [first, ...others] = ids
  if (first === undefined) return undefined
  if (missed + 1 < ids.length) return { ...stations, ids: [...others, first], missed: missed + 1 }
  const isTheOnlyOne = withoutSky.length === 1 && withoutSky[0] === first
  if (stations.anySky || withoutSky.length === 0 || isTheOnlyOne) return undefined
  return { ids: withoutSky, missed: 0, withoutSky: [], anySky: true, since }
}

/** The station at hand stays the first, and what the round found is over; the same where nothing changes. */
export function stationsAfterReport(stations: Stations, withoutSky: boolean): Stations {
  const { ids, missed, since, anySky } = stations
  const isSame =
    missed === 0 && stations.withoutSky.length === 0 && withoutSky === (anySky === true)
  if (isSame) return stations
  return { ids, missed: 0, withoutSky: [], ...(withoutSky && { anySky: true }), since }
}
