import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type { PlaceReading } from '../../../domain/provider/provider.ts'
import { MINUTE_MS } from '../../../domain/time/durations.ts'
import { checkConditions } from '../../../domain/weather/plausibility.ts'
import type { Position } from '../../../domain/weather/sun.ts'
import { readEach } from '../read-each.ts'
import { toConditions } from './conditions.ts'
import { parseMetar, type Metar } from './metar/metar.ts'
import type { StationReport } from './station-report.ts'
import type { NearStation } from './stations.ts'

/** Stations report hourly at least, and the service takes some minutes more. */
const SANE_AGE_MINUTES = 90

/** A later report of a station that reports hourly is missing after this. */
const FIRST_CHOICE_MS = 75 * MINUTE_MS

interface Failed {
  readonly kind: 'failed'
  readonly error: ProviderError
}

/**
 * The first report that can be used, of a close station that reported lately if there is one: any
 * other is a second choice. All values are those of one report.
 */
export function readFirstUsable(
  stations: readonly NearStation[],
  place: Position,
  now: Date,
): PlaceReading | Failed {
  let error: ProviderError | undefined
  let second: PlaceReading | undefined
  for (const { isClose, reports } of stations) {
    for (const report of reports) {
      try {
        const reading = readingOf(report, place, now)
        const isLate = now.getTime() - report.observedAt.getTime() > FIRST_CHOICE_MS
        if (isClose && !isLate) return reading
        second ??= { ...reading, isSecondChoice: true }
      } catch (cause) {
        if (!(cause instanceof ProviderError)) throw cause
        error ??= cause
      }
    }
  }
  if (second) return second
  const said = 'Aviation Weather Center: no report near the place'
  return { kind: 'failed', error: error ?? new ProviderError('place-missing', said) }
}

const readingOf = (report: StationReport, place: Position, now: Date): PlaceReading =>
  readEach(['conditions'], (_, discard) => {
    const conditions = toConditions(report, metarOf(report), place, now, discard)
    const timing = { now, maxAgeMinutes: SANE_AGE_MINUTES }
    return { conditions: checkConditions(conditions, timing, discard) }
  })

/** @throws ProviderError `schema-mismatch` for a garbled report, or one of another station or time. */
function metarOf({ stationId, observedAt, text }: StationReport): Metar {
  const refused = (why: string) =>
    new ProviderError('schema-mismatch', `METAR of ${stationId}: ${why}`)
  const metar = parseMetar(text)
  if ('garbled' in metar) throw refused(metar.garbled)
  const isSameTime =
    metar.day === observedAt.getUTCDate() &&
    metar.hour === observedAt.getUTCHours() &&
    metar.minute === observedAt.getUTCMinutes()
  if (metar.stationId !== stationId) throw refused(`the report is of ${metar.stationId}`)
  if (!isSameTime) throw refused('the report is of another time')
  return metar
}
