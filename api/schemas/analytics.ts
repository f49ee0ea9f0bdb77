import { Type, type Static } from 'typebox'
import { ANALYTICS_DAYS, ANALYTICS_HOURS } from '../../contracts/schedules.ts'
import { CACHE_BACKENDS, CACHE_EFFICIENCIES } from '../../domain/analytics/cache-performance.ts'
import { FRESHNESS_GRADES } from '../../domain/analytics/data-freshness.ts'
import { HOUR_S, MINUTE_S } from '../../domain/time/durations.ts'
import { FRESHNESS, FRESHNESS_BOUNDS_S } from '../../domain/weather/freshness.ts'
import { dataBody } from './data-body.ts'
import { Moment, nullable, oneOf, oneOfOrNull } from './types.ts'

const asked = (most: number, description: string) =>
  Type.Optional(Type.Integer({ minimum: 1, maximum: most, description }))

/** Clients of the original ask for spans: whichever they name, they get what the job computes. */
export const OverviewQuery = Type.Object(
  {
    hours: asked(720, `Of requests; ${ANALYTICS_HOURS} are computed, as their \`period\` says`),
    days: asked(365, `Of weather; ${ANALYTICS_DAYS} are computed, as their \`period\` says`),
  },
  { additionalProperties: false },
)

const number = (description: string) => nullable(Type.Number({ description }))

const CITY = {
  city_id: Type.Integer({ description: 'GeoNames id' }),
  city: Type.String(),
  country: Type.String({ description: 'ISO 3166-1 alpha-2' }),
}

const AVERAGES = {
  avg_temperature: number('Mean of all readings'),
  max_temperature: number('Highest reading'),
  min_temperature: number('Lowest reading'),
  avg_humidity: number('Mean of all readings, relative'),
}

const STATISTICS = { ...AVERAGES, data_points: Type.Integer({ description: 'Readings' }) }

const Units = Type.Object({
  temperature: Type.String({ examples: ['°C'] }),
  humidity: Type.String({ examples: ['%'] }),
})

const Recommendations = Type.Array(Type.String())

const LocalDate = Type.String({ format: 'date', description: 'The city’s own date' })

export const CityAnalyticsBody = dataBody({
  ...CITY,
  ...STATISTICS,
  from_date: LocalDate,
  to_date: LocalDate,
  generated_at: Moment,
  units: Units,
})

export type CityAnalyticsBody = Static<typeof CityAnalyticsBody>

const ApiUsage = Type.Object({
  period: Type.String(),
  total_requests: Type.Integer({ description: 'Reads of cities at this API' }),
  unique_cities: Type.Integer(),
  avg_requests_per_hour: Type.Number(),
  hourly_breakdown: Type.Array(Type.Object({ hour: Moment, requests: Type.Integer() })),
  top_cities: Type.Array(Type.Object({ ...CITY, requests: Type.Integer() })),
  generated_at: Moment,
})

const CACHE_USE = {
  hits: Type.Integer(),
  misses: Type.Integer(),
  hit_rate: number('Hits of all reads, 0 to 1; null where nothing was read'),
}

const CACHE_PERFORMANCE = {
  cache_backend: oneOf(CACHE_BACKENDS),
  ...CACHE_USE,
  total_requests_24h: Type.Integer(),
  cache_efficiency: oneOfOrNull(CACHE_EFFICIENCIES),
  by_kind: Type.Array(Type.Object({ kind: Type.String(), ...CACHE_USE })),
  recommendations: Recommendations,
  generated_at: Moment,
}

/** The original's names, for its clients: it estimated what is counted here. */
const ESTIMATES = {
  estimated_hit_rate: number('hit_rate in percent, as in the original; counted, not estimated'),
  estimated_hits: Type.Integer({ description: 'The same as hits: counted, not estimated' }),
  estimated_misses: Type.Integer({ description: 'The same as misses: counted, not estimated' }),
}

const { very_fresh, fresh, stale, very_stale } = FRESHNESS_BOUNDS_S
const minutes = (seconds: number): number => seconds / MINUTE_S
const hours = (seconds: number): number => seconds / HOUR_S

export const FreshnessBreakdown = Type.Object(
  {
    very_fresh: Type.Integer({ description: `Under ${minutes(very_fresh)} minutes` }),
    fresh: Type.Integer({ description: `Up to ${minutes(fresh)} minutes` }),
    stale: Type.Integer({ description: `Up to ${hours(stale)} hours` }),
    very_stale: Type.Integer({ description: `Up to ${hours(very_stale)} hours` }),
    no_data: Type.Integer({ description: 'Older, or never refreshed' }),
  },
  {
    description:
      'Active cities by age of their conditions; of a city that a plan refreshes more rarely than ' +
      'every 15 minutes, as many of its own periods count as that many quarters of an hour',
  },
)

const DataFreshness = Type.Object({
  total_cities: Type.Integer(),
  freshness_breakdown: FreshnessBreakdown,
  freshness_score: number('0 to 100'),
  freshness_grade: oneOfOrNull(FRESHNESS_GRADES),
  city_details: Type.Array(
    Type.Object({
      ...CITY,
      last_update: nullable(Moment),
      age_minutes: number('Since last_update'),
      status: oneOf(FRESHNESS),
      temperature: number('°C'),
    }),
    { description: 'The stalest cities first' },
  ),
  city_details_omitted: Type.Integer({ description: 'Fresher cities that are not listed' }),
  recommendations: Recommendations,
  generated_at: Moment,
})

const WeatherTrends = Type.Object({
  period: Type.String(),
  total_data_points: Type.Integer({ description: 'Readings' }),
  overall_stats: Type.Object(AVERAGES),
  daily_trends: Type.Array(
    Type.Object({ date: LocalDate, ...STATISTICS, cities: Type.Integer() }),
    { description: 'Each city counts in its own date' },
  ),
  top_cities: Type.Array(
    Type.Object({
      ...CITY,
      avg_temperature: STATISTICS.avg_temperature,
      data_points: STATISTICS.data_points,
    }),
    { description: 'Those with the most readings' },
  ),
  units: Units,
  generated_at: Moment,
})

const OVERVIEW = {
  api_usage: ApiUsage,
  cache_performance: Type.Object(CACHE_PERFORMANCE),
  data_freshness: DataFreshness,
  weather_trends: WeatherTrends,
  generated_at: Moment,
}

/** What the analytics job stores. */
export const StoredOverview = Type.Object(OVERVIEW)

export type StoredOverview = Static<typeof StoredOverview>

export const OverviewBody = dataBody({
  ...OVERVIEW,
  cache_performance: Type.Object({ ...CACHE_PERFORMANCE, ...ESTIMATES }),
})

export type OverviewBody = Static<typeof OverviewBody>
