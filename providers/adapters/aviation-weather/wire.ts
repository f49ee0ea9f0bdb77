import { Type } from 'typebox'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import { MaybeNumber, ofOurTime, wireParser } from '../../wire-values.ts'
import { reportOf, type StationReport } from './station-report.ts'

/** Only what says whose the report is; its values are read from its text. */
const Entry = Type.Object({
  icaoId: Type.String(),
  obsTime: Type.Number(),
  lat: Type.Number(),
  lon: Type.Number(),
  elev: MaybeNumber,
  rawOb: Type.String(),
})

const entryOf = wireParser('Aviation Weather Center', Entry)

/** At most 400 are sent. */
const MAX_ENTRIES = 1000

/** The reports that can be read; one that cannot does not spoil the others. @throws ProviderError */
export function parseReports(body: unknown): StationReport[] {
  if (!Array.isArray(body) || body.length > MAX_ENTRIES) {
    throw new ProviderError('schema-mismatch', 'Aviation Weather Center: no list of reports')
  }
  const said: readonly unknown[] = body
  let failure: ProviderError | undefined
  const reports = said.flatMap((entry) => {
    try {
      return reportIn(entry) ?? []
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      failure ??= error
      return []
    }
  })
  if (failure && reports.length === 0) throw failure
  return reports
}

function reportIn(entry: unknown): StationReport | undefined {
  const { icaoId, obsTime, lat, lon, elev, rawOb } = entryOf(entry)
  return reportOf({
    stationId: icaoId,
    observedAt: ofOurTime(obsTime * 1000),
    latitude: lat,
    longitude: lon,
    elevationM: elev ?? null,
    // Said in the text alone.
    isCorrected: false,
    text: rawOb,
  })
}
