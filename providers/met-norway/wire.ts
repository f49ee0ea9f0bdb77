import { Type, type Static } from 'typebox'
import { ProviderError } from '../../domain/provider-error.ts'
import { wireParser } from '../wire.ts'

const Value = Type.Optional(Type.Number())

const Period = Type.Object({
  summary: Type.Optional(Type.Object({ symbol_code: Type.Optional(Type.String()) })),
  details: Type.Optional(
    Type.Object({
      precipitation_amount: Value,
      probability_of_precipitation: Value,
      air_temperature_max: Value,
      air_temperature_min: Value,
    }),
  ),
})

const Entry = Type.Object({
  time: Type.String(),
  data: Type.Object({
    instant: Type.Object({
      details: Type.Object({
        air_temperature: Value,
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
  }),
})

const Document = Type.Object({
  properties: Type.Object({
    meta: Type.Object({ units: Type.Record(Type.String(), Type.String()) }),
    timeseries: Type.Array(Entry),
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
}

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

export function parseMetNorway(body: unknown): Entry[] {
  const { meta, timeseries } = documentOf(body).properties
  refuseOtherUnits(meta.units)
  return timeseries.map(entryOf)
}

function entryOf({ time, data }: WireEntry, index: number): Entry {
  const atMs = Date.parse(time)
  if (Number.isNaN(atMs)) {
    const path = `/properties/timeseries/${index}/time`
    throw new ProviderError('schema-mismatch', `MET Norway: ${path} is no time: ${time}`)
  }
  return {
    atMs,
    instant: data.instant.details,
    nextHour: data.next_1_hours,
    nextSixHours: data.next_6_hours,
  }
}

/** A document lists the units of the values it has. */
function refuseOtherUnits(units: Readonly<Record<string, string>>): void {
  for (const [name, expected] of Object.entries(UNITS)) {
    const given = units[name]
    if (given === undefined || given === expected) continue
    throw new ProviderError(
      'schema-mismatch',
      `MET Norway: ${name} is in '${given}', not in '${expected}'`,
    )
  }
}
