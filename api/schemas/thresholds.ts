import { Type } from 'typebox'
import { LOCAL_TIME_PATTERN } from '../../domain/thresholds/quiet-hours.ts'
import {
  THRESHOLD_FIELD_NAMES,
  THRESHOLD_SEVERITIES,
  THRESHOLD_SIDES,
} from '../../domain/thresholds/threshold.ts'
import { CityIdNumber } from './city.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf } from './types.ts'

const LocalTime = Type.String({ pattern: LOCAL_TIME_PATTERN, examples: ['22:00'] })

const QuietHours = Type.Object(
  { from: LocalTime, to: LocalTime },
  {
    additionalProperties: false,
    description: 'In the zone of the city, over midnight where `from` is later than `to`',
  },
)

const Threshold = {
  id: Type.Integer(),
  name: Type.String(),
  field: Type.String({
    description:
      'Named as in the answers with current conditions; severe_weather is 1 for severe words such as ' +
      'thunderstorm, freezing rain or heavy snow, 2 for a danger to life',
  }),
  side: oneOf(THRESHOLD_SIDES, 'At the value itself it holds'),
  value: Type.Number({ description: 'In `unit`' }),
  severity: oneOf(THRESHOLD_SEVERITIES, 'What receivers are sent beside it; least first'),
  unit: nullable(Type.String({ description: 'The one the field is stored in' })),
  city_id: nullable(Type.Integer({ description: 'Null: every city' })),
  city: nullable(Type.String()),
  quiet_hours: Type.Unsafe<{ from: string; to: string } | null>({
    ...QuietHours,
    type: ['object', 'null'],
  }),
  created_at: Moment,
  cities_holding: Type.Integer({ description: 'Cities for which it holds now' }),
}

export const ThresholdBody = dataBody(Threshold)

export const ThresholdsBody = dataBody({ thresholds: Type.Array(Type.Object(Threshold)) })

export const NewThreshold = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80, description: 'Each name once' }),
    field: oneOf(THRESHOLD_FIELD_NAMES),
    side: oneOf(THRESHOLD_SIDES),
    value: Type.Number(),
    unit: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 10,
        description: 'Of the value, such as °F; the one the field is stored in where absent',
      }),
    ),
    severity: Type.Optional(oneOf(THRESHOLD_SEVERITIES, '`warning` where absent')),
    city_id: Type.Optional(described(CityIdNumber, 'Every city where absent')),
    quiet_hours: Type.Optional(QuietHours),
  },
  {
    additionalProperties: false,
    examples: [{ name: 'heat', field: 'temperature', side: 'above', value: 35 }],
  },
)

export const PresetsRequest = Type.Object(
  { quiet_hours: Type.Optional(QuietHours) },
  { additionalProperties: false, examples: [{}] },
)

export const ThresholdParams = Type.Object({
  thresholdId: Type.Integer({ minimum: 1, maximum: 2_147_483_647, examples: [1] }),
})

export const CrossingsQuery = Type.Object(
  {
    status: Type.Optional(oneOf(['open'], 'Only those that have not ended')),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false },
)

export const CrossingsBody = dataBody({
  crossings: Type.Array(
    Type.Object({
      id: Type.Integer(),
      city_id: Type.Integer(),
      city: Type.String(),
      provider: Type.String({ description: 'Who gave the value that began it' }),
      started_at: described(Moment, 'When that value was valid'),
      start_value: Type.Number(),
      told_at: described(nullable(Moment), 'Null in quiet hours, until they are over'),
      ended_at: nullable(Moment),
      end_value: nullable(Type.Number()),
    }),
    { description: 'The newest first' },
  ),
})
