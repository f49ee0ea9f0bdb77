import { Type } from 'typebox'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { KEY_STATUSES } from '../../domain/provider/provider-setup.ts'
import { described, Moment, nullable, oneOf } from './types.ts'

export const ProviderHealthBody = Type.Object({
  service: oneOf(PROVIDER_IDS),
  name: Type.String(),
  status: oneOf(['healthy', 'unhealthy'], 'healthy: it can be asked now'),
  api_key_status: oneOf(KEY_STATUSES, 'Whether there is one; the key itself is never shown'),
  last_check: described(
    nullable(Moment),
    'When a request to it ended last; null where none did in the last 24 hours',
  ),
  success_rate_24h: nullable(
    Type.Number({ description: '0 to 1, rate-limited requests left out; null without any' }),
  ),
  error: nullable(Type.String({ description: 'Why it cannot be asked; null where it can' })),
})

/** Null where the database, which has what is counted, does not answer. */
export const PrimaryServiceBody = Type.Unsafe<Type.Static<typeof ProviderHealthBody> | null>({
  ...ProviderHealthBody,
  type: ['object', 'null'],
  description: 'The provider that is asked first; null where the database does not answer',
})

export const ApiHealthBody = Type.Object({
  primary_service: PrimaryServiceBody,
  fallback_services: Type.Array(Type.Record(Type.String(), ProviderHealthBody), {
    description: 'Those that are asked after it, in order: service_1, service_2, …',
  }),
  cache_status: oneOf(['healthy', 'unhealthy'], 'A cache in memory is healthy'),
  timestamp: Moment,
})
