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

export const RunId = Type.String({ description: 'The run that stored it' })

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
  freshness: oneOf(
    FRESHNESS,
    'By age_seconds, measured by how often the city’s value is planned to be refreshed',
  ),
  stale: Type.Boolean({
    description: 'Older than twice the time in which it is planned to be refreshed',
  }),
  run_id: RunId,
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
  compat: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 1,
      description: '1 gives the names and the shape of the original, as docs/api.md has them',
    }),
  ),
}

/** What a read of one city takes as well. */
export const REFRESH_QUERY = {
  refresh: Type.Optional(
    oneOf(
      ['if-stale'],
      'Starts or joins a refresh of the city where the value is stale, and waits some seconds for ' +
        'it; needs the role operate',
    ),
  ),
}

/** Beside a value that is stale although a refresh was asked for. */
export const REFRESH_TASK = {
  refresh_task_id: Type.Optional(
    Type.String({ description: 'The refresh that was waited for in vain' }),
  ),
}
