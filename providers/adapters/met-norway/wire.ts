import { Type, type Static } from 'typebox'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type { Discard } from '../../../domain/weather/reading.ts'
import { someSoundEntries } from '../../sound-entries.ts'
import { isoInstantOf, MaybeText, NamedNumber, VitalNumber, wireParser } from '../../wire-values.ts'

const Value = Type.Optional(Type.Number())

const Period = Type.Object({
  summary: Type.Optional(Type.Object({ symbol_code: Type.Optional(Type.String()) })),
  details: Type.Optional(
    Type.Object({
      precipitation_amount: Value,
      probability_of_precipitation: Value,
      air_temperature_max: VitalNumber,
      air_temperature_min: VitalNumber,
    }),
  ),
})

const Entry = Type.Object({
  time: Type.String(),
  data: Type.Object({
    instant: Type.Object({
      details: Type.Object({
        air_temperature: NamedNumber,
        relative_humidity: Value,
        air_pressure_at_sea_level: Value,
        cloud_area_fraction: Value,
        wind_speed: Value,
        wind_speed_of_gust: Value,
        wind_from_direction: Value,
      }),
    }),
    next_1_hours: Type.Optional(Period),
    next_6_hours: Type.Optional(Period),
    next_12_hours: Type.Optional(Period),
  }),
})

const Units = Type.Record(Type.String(), Type.Unknown())

const Document = Type.Object({
  properties: Type.Object({
    meta: Type.Optional(Type.Object({ updated_at: MaybeText, units: Type.Optional(Units) })),
    timeseries: Type.Array(Type.Unknown()),
  }),
})

type WireEntry = Static<typeof Entry>
export type Period = Static<typeof Period>

/** An entry of the time series with its time read. */
export interface Entry {
  readonly atMs: number
  readonly instant: WireEntry['data']['instant']['details']
  readonly nextHour: Period | undefined
  readonly nextSixHours: Period | undefined
  readonly nextTwelveHours: Period | undefined
}

/** https://docs.api.met.no/doc/locationforecast/datamodel */
const UNITS: Readonly<Record<string, string>> = {
  air_temperature: 'celsius',
  air_temperature_max: 'celsius',
  air_temperature_min: 'celsius',
  relative_humidity: '%',
  air_pressure_at_sea_level: 'hPa',
  cloud_area_fraction: '%',
  wind_speed: 'm/s',
  wind_speed_of_gust: 'm/s',
  wind_from_direction: 'degrees',
  precipitation_amount: 'mm',
  probability_of_precipitation: '%',
}

const documentOf = wireParser('MET Norway', Document)
const wireEntryOf = wireParser('MET Norway', Entry)

/** A document of one place. */
export interface MetNorwayDocument {
  /** When the model behind it ran; null where the document does not say so. */
  readonly madeAt: Date | null
  readonly entries: readonly Entry[]
  /** Why the first entry, which is that of the present, cannot be read. */
  readonly firstFault: ProviderError | undefined
}

export function parseMetNorway(body: unknown, discard: Discard): MetNorwayDocument {
  const { meta, timeseries } = documentOf(body, discard).properties
  const left = inOtherUnits(meta?.units ?? {}, discard)
  let firstFault: ProviderError | undefined
  const parse = (entry: unknown, discardPart: Discard): Entry => {
    try {
      return entryOf(wireEntryOf(entry, discardPart), left)
    } catch (error) {
      if (error instanceof ProviderError && entry === timeseries[0]) firstFault = error
      throw error
    }
  }
  const listed = { field: '/properties/timeseries', entries: timeseries }
  const entries = someSoundEntries(listed, parse, discard)
  refuseEntriesOutOfOrder(entries)
  return { madeAt: madeAtOf(meta?.updated_at, discard), entries, firstFault }
}

function madeAtOf(text: string | null | undefined, discard: Discard): Date | null {
  const madeAt = isoInstantOf(text ?? '')
  if (madeAt === null && text != null) discard('MET Norway: updated_at', 'is no time')
  return madeAt
}

function entryOf({ time, data }: WireEntry, left: ReadonlySet<string>): Entry {
  const at = isoInstantOf(time)
  if (!at) throw new ProviderError('schema-mismatch', `MET Norway: /time is no time: ${time}`)
  return {
    atMs: at.getTime(),
    instant: without(data.instant.details, left),
    nextHour: withoutDetails(data.next_1_hours, left),
    nextSixHours: withoutDetails(data.next_6_hours, left),
    nextTwelveHours: withoutDetails(data.next_12_hours, left),
  }
}

function refuseEntriesOutOfOrder(entries: readonly Entry[]): void {
  for (const [index, { atMs }] of entries.entries()) {
    const before = entries[index - 1]
    if (before === undefined || before.atMs < atMs) continue
    const said = `MET Norway: entry ${index} is not after the one before it`
    throw new ProviderError('out-of-range', said)
  }
}

function withoutDetails(period: Period | undefined, left: ReadonlySet<string>): Period | undefined {
  return period?.details ? { ...period, details: without(period.details, left) } : period
}

const without = <T extends object>(values: T, left: ReadonlySet<string>): T =>
  left.size === 0
    ? values
    : (Object.fromEntries(Object.entries(values).filter(([name]) => !left.has(name))) as T)

/**
 * A document lists the units of the values it has; those in another one, or in none, are left out.
 * Without temperatures it is of no use.
 */
function inOtherUnits(units: Readonly<Record<string, unknown>>, discard: Discard): Set<string> {
  const others = new Set<string>()
  for (const [name, expected] of Object.entries(UNITS)) {
    const given = units[name]
    if (given === expected) continue
    const reason = unitFault(given, expected)
    if (name === 'air_temperature' || (name.startsWith('air_temperature') && given !== undefined)) {
      throw new ProviderError('schema-mismatch', `MET Norway: ${name} ${reason}`)
    }
    if (given !== undefined) discard(`MET Norway: ${name}`, reason)
    others.add(name)
  }
  return others
}

function unitFault(given: unknown, expected: string): string {
  if (given === undefined) return 'has no unit'
  const said = typeof given === 'string' ? `'${given}'` : 'what is no text'
  return `is in ${said}, not in '${expected}'`
}
