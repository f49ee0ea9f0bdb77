import { Type, type Static } from 'typebox'
import { SCHEDULE_IDS } from '../../contracts/schedule-definition.ts'
import { VERDICT_LEVELS, VERDICT_RULES } from '../../domain/health/verdict.ts'
import { ApiHealthBody } from './api-health.ts'
import { CacheStatsBody } from './cache.ts'
import { FreshnessBreakdown } from './analytics.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf } from './types.ts'

const counted = (description: string) =>
  nullable(Type.Integer({ description: `${description}; null where Temporal does not answer` }))

const ScheduleRunBody = Type.Object({
  id: oneOf(SCHEDULE_IDS),
  paused: Type.Boolean(),
  running: Type.Integer({ description: 'Runs of it that are under way' }),
  last_run_at: described(nullable(Moment), 'Null before the first run'),
  last_run_status: nullable(
    Type.String({ description: 'How it ended; null while it goes, or where that is not known' }),
  ),
  next_run_at: described(nullable(Moment), 'Null while it is paused'),
})

const TaskStats = Type.Object({
  active_tasks: counted(
    'Runs under way, of schedules and of people; parts of a run are not counted',
  ),
  scheduled_tasks: counted('Schedules that have a next run'),
  queued_steps: counted('Steps of runs that wait for a worker'),
  schedules: Type.Array(ScheduleRunBody, { description: 'Empty where Temporal does not answer' }),
  reason: nullable(Type.String({ description: 'Why numbers are null; else null' })),
})

const WeatherStats = Type.Object({
  total_cities: Type.Integer({ description: 'Active cities' }),
  weather_records_24h: Type.Integer({
    description: 'Readings of conditions, of the last 24 clock hours, the one under way included',
  }),
  weather_records_1h: Type.Integer({ description: 'Of the last 60 minutes' }),
  avg_temperature_24h: nullable(
    Type.Number({ description: 'Mean of those readings; null where none has a temperature' }),
  ),
  freshness_breakdown: FreshnessBreakdown,
  units: Type.Object({ avg_temperature_24h: Type.String({ examples: ['°C'] }) }),
  as_of: Moment,
})

const { cache_backend, status, ttl_settings } = CacheStatsBody.properties

const VerdictBody = Type.Object({
  level: oneOf(VERDICT_LEVELS, 'Best first'),
  rule: oneOf(VERDICT_RULES, 'What the sentence is about: of those that hold the first'),
  sentence: Type.String({ description: 'How it stands, for people' }),
})

const OldestBody = Type.Unsafe<{
  city_id: number
  name: string
  country: string
  confirmed_at: string
} | null>({
  ...Type.Object({
    city_id: Type.Integer(),
    name: Type.String(),
    country: Type.String({ description: 'ISO 3166-1 alpha-2' }),
    confirmed_at: Moment,
  }),
  type: ['object', 'null'],
  description: 'Null where no city has weather',
})

const FreshnessBody = Type.Object({
  as_of: Moment,
  total: Type.Integer({ description: 'Active cities' }),
  never: Type.Integer({ description: 'Of them, those without weather' }),
  by_minute: Type.Array(Type.Array(Type.Integer(), { minItems: 2, maxItems: 2 }), {
    description:
      'Whole minutes since the weather of a city was confirmed, and how many cities have that ' +
      'age; without those that never had any. The last one stands for all that are older. Where a ' +
      'plan refreshes a city more rarely than every 15 minutes, as many of its own periods count ' +
      'as that many quarters of an hour',
  }),
  oldest: OldestBody,
})

export const DashboardBody = dataBody({
  timestamp: Moment,
  verdict: VerdictBody,
  freshness: FreshnessBody,
  task_stats: TaskStats,
  weather_stats: WeatherStats,
  cache_stats: Type.Object({
    cache_backend,
    status,
    ttl_settings,
    hit_rate_24h: nullable(
      Type.Number({ description: 'Hits of all reads, 0 to 1; null where nothing was read' }),
    ),
  }),
  api_health: ApiHealthBody,
})

export type DashboardBody = Static<typeof DashboardBody>
