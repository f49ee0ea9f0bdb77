import { Type, type Static } from 'typebox'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { BASES } from '../../domain/weather/reading.ts'
import { CityBlock, Limit } from './city.ts'
import { ConditionsBlock, ConditionUnits } from './conditions.ts'
import { dataBody } from './data-body.ts'
import { RunId, Source, VALUE_QUERY } from './stored-reading.ts'
import { Moment, nullable, oneOf } from './types.ts'

export const HISTORY_INTERVALS = ['hour', 'day', 'raw'] as const
export type HistoryInterval = (typeof HISTORY_INTERVALS)[number]

export const MAX_HISTORY_DAYS = 3660
const MOST_ITEMS = 2000
const USUAL_ITEMS = 500
/** Ours are a third as long. */
const MAX_CURSOR_LENGTH = 200

export const HISTORY_QUERY = {
  days: Type.Integer({
    minimum: 1,
    maximum: MAX_HISTORY_DAYS,
    default: 30,
    description: 'Local days of the city, today included',
  }),
  interval: Type.Optional(
    oneOf(HISTORY_INTERVALS, 'Added up by hour, by the city’s day (the default), or each reading'),
  ),
  ...VALUE_QUERY,
  limit: Limit(MOST_ITEMS, USUAL_ITEMS),
  cursor: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: MAX_CURSOR_LENGTH,
      description: 'next_cursor of the page before; the rest of the query stays the same',
    }),
  ),
  format: Type.Optional(oneOf(['json', 'csv'], 'Before what the Accept header says')),
}

const LocalTime = Type.String({
  format: 'date-time',
  description: 'The same moment as the city’s clock shows it, with its offset from UTC',
})

const SUMS = {
  samples: Type.Integer({ description: 'Readings' }),
  temperature: Type.Object({
    min: nullable(Type.Number()),
    mean: nullable(Type.Number({ description: 'Of the readings' })),
    max: nullable(Type.Number()),
    samples: Type.Integer({ description: 'Readings that have it' }),
  }),
  humidity: Type.Object({
    mean: nullable(Type.Number({ description: 'Of the readings' })),
    samples: Type.Integer({ description: 'Readings that have it' }),
  }),
  providers: Type.Unsafe<string[] | null>({
    type: ['array', 'null'],
    items: { type: 'string', enum: PROVIDER_IDS },
    description: 'Null where the readings are deleted: sums do not keep whose they were',
  }),
}

export const HistoryHour = Type.Object({
  starts_at: Type.String({
    format: 'date-time',
    description: 'Where the city’s clock strikes: in zones of half hours at half past of UTC',
  }),
  local_time: LocalTime,
  ...SUMS,
})
export type HistoryHour = Static<typeof HistoryHour>

export const HistoryDay = Type.Object({
  date: Type.String({ format: 'date', description: 'Of the city' }),
  starts_at: Moment,
  ends_at: Type.String({ format: 'date-time', description: 'Where the next day starts' }),
  hours: Type.Number({ description: '23 or 25 where clocks are changed' }),
  ...SUMS,
})
export type HistoryDay = Static<typeof HistoryDay>

export const HistoryReading = Type.Object({
  valid_at: Moment,
  local_time: LocalTime,
  fetched_at: Moment,
  confirmed_at: Moment,
  run_id: RunId,
  provider: oneOf(PROVIDER_IDS),
  basis: oneOf(BASES),
  derived: Type.Array(Type.String()),
  conditions: ConditionsBlock,
})
export type HistoryReading = Static<typeof HistoryReading>

const Kept = Type.Object({
  since: Type.String({ format: 'date-time', description: 'What is older may be deleted already' }),
  reading_days: Type.Integer({ description: 'Days that single readings are kept' }),
  rollup_days: Type.Integer({ description: 'Days that hours are kept, of which days are made' }),
  note: nullable(Type.String({ description: 'Why the answer may lack what was asked for' })),
})

export const HistoryBody = dataBody({
  city: Type.Object({ ...CityBlock.properties, is_active: Type.Boolean() }),
  interval: oneOf(HISTORY_INTERVALS),
  days: Type.Integer(),
  from: Moment,
  to: Type.String({ format: 'date-time', description: 'The moment of the first page' }),
  units: ConditionUnits,
  hourly: Type.Optional(Type.Array(HistoryHour, { description: 'By `interval=hour`' })),
  daily: Type.Optional(Type.Array(HistoryDay, { description: 'By `interval=day`' })),
  readings: Type.Optional(Type.Array(HistoryReading, { description: 'By `interval=raw`' })),
  sources: Type.Array(Source, { description: 'Of this page, as far as they are known' }),
  kept: Kept,
  next_cursor: nullable(Type.String({ description: 'Null on the last page' })),
})
export type HistoryBody = Static<typeof HistoryBody>
