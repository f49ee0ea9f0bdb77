import type { Database } from '../../db/database.ts'
import type { PacedProvider } from './paced-provider.ts'

export interface BaselineOrder {
  readonly program: 'plain' | 'batched' | 'ledger'
  readonly cities: number
}

export interface BaselineReport {
  readonly served: number
  readonly fallbacks: number
  readonly failed: number
}

export interface BaselineDeps {
  readonly db: Database
  readonly providers: readonly PacedProvider[]
  readonly runId: string
}
