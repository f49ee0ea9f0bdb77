import type { QuotaLimit } from '../domain/quota.ts'
import type { HttpClient } from './http.ts'

/** What every adapter is made with. */
export interface ProviderSettings {
  readonly http: HttpClient
  /** Replaces every host of the provider; its paths stay as they are. */
  readonly baseUrl?: string
  readonly apiKey?: string
  /** Replaces the published limits the adapter carries. */
  readonly quota?: readonly QuotaLimit[]
}
