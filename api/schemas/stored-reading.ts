import { Type, type Static } from 'typebox'
import { FRESHNESS } from '../../domain/weather/freshness.ts'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { BASES } from '../../domain/weather/reading.ts'
import { UNIT_SYSTEMS } from '../../domain/weather/unit-systems.ts'
import { nullable, oneOf } from './types.ts'

export const Source = Type.Object({
  provider: oneOf(PROVIDER_IDS, 'In the demo the one that was emulated'),
  name: Type.String(),
  attribution: Type.Object({
    text: Type.String({ description: 'To be shown wherever the data is' }),
    url: nullable(Type.String({ description: 'Null in the demo' })),
    licence: nullable(Type.String({ description: 'Null in the demo' })),
  }),
})

/** Beside every stored value: how old it is, whose it is, and where it was read. */
export const STORED_READING = {
  valid_at: Type.String({ format: 'date-time', description: 'The moment the values describe' }),
  fetched_at: Type.String({ format: 'date-time', description: 'When the provider sent them' }),
  confirmed_at: Type.String({
    format: 'date-time',
    description: 'When the provider last said that they still hold',
  }),
  age_seconds: Type.Integer({ description: 'Since confirmed_at' }),
  valid_age_seconds: Type.Integer({ description: 'Since valid_at' }),
  freshness: oneOf(FRESHNESS, 'By age_seconds, measured by how often the product is refreshed'),
  stale: Type.Boolean({ description: 'Two refreshes or more were missed' }),
  source: Source,
  basis: oneOf(BASES, 'Measured, a model’s estimate of the moment, or its earlier prediction'),
  derived: Type.Array(Type.String(), {
    description: 'Fields computed here from others, not sent by the provider',
  }),
  served_from: oneOf(['cache', 'database']),
}

export const StoredReading = Type.Object(STORED_READING)
export type StoredReading = Static<typeof StoredReading>

/** What every read of values takes. */
export const VALUE_QUERY = {
  units: Type.Optional(
    oneOf(UNIT_SYSTEMS, 'Units of the values; `metric` where absent. The units block names them.'),
  ),
}
