import { Type, type Static } from 'typebox'
import { ENTRY_KINDS } from '../../cache/keys.ts'
import { dataBody } from './data-body.ts'
import { Moment, nullable, oneOf } from './types.ts'
import { CityName } from './refresh.ts'

const seconds = (description: string) => Type.Integer({ description })

const Usage = Type.Object({
  kind: oneOf(ENTRY_KINDS),
  prefix: Type.String({ description: 'Of its keys' }),
  hits: Type.Integer(),
  misses: Type.Integer({ description: 'Not there, or no longer fresh' }),
  hit_rate: nullable(
    Type.Number({ description: 'Hits of all reads, 0 to 1; null where nothing was read' }),
  ),
})

export const CacheStatsBody = dataBody({
  cache_backend: oneOf(['memory', 'redis'], 'In memory, each process has its own cache'),
  status: oneOf(['healthy', 'unhealthy']),
  ttl_settings: Type.Object({
    conditions_fresh_seconds: seconds('How long conditions are served without the database'),
    keep_seconds: seconds('How long an entry stays in the shared cache, fresh or not'),
    analytics_seconds: seconds('How long analytics stay in the shared cache'),
    memory_seconds: seconds('How long a process answers from its own memory'),
  }),
  cache_keys_info: Type.Object(
    { weather_ttl: Type.Integer(), forecast_ttl: Type.Integer(), air_quality_ttl: Type.Integer() },
    {
      description: 'Seconds for which each is served without the database, by the original’s names',
    },
  ),
  prefixes: Type.Object(
    { weather: Type.String(), forecast: Type.String(), air_quality: Type.String() },
    { description: 'Of the keys, by the original’s names' },
  ),
  window_hours: Type.Integer({ description: 'What the counts cover, the current hour included' }),
  usage: Type.Array(Usage),
  timestamp: Moment,
})

export type CacheStatsBody = Static<typeof CacheStatsBody>

export const ClearRequest = Type.Object(
  {
    city: Type.Optional(CityName),
    clear_all: Type.Optional(Type.Boolean({ description: 'Every entry of this application' })),
  },
  { additionalProperties: false, examples: [{ city: 2643743 }] },
)

export const ClearBody = dataBody({
  message: Type.String(),
  city_id: nullable(Type.Integer({ description: 'Null where everything was cleared' })),
  removed: Type.Integer({ description: 'Entries removed from the cache' }),
})
