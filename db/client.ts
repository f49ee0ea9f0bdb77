import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Database } from './database.ts'
import * as schema from './schema/index.ts'

export interface DatabaseClient {
  readonly db: Database
  /** What has not ended by then is cut off. */
  close(withinSeconds?: number): Promise<void>
}

export interface DatabaseOptions {
  readonly url: string
  /** Connections of this process. */
  readonly poolSize: number
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string
}

export function openDatabase({
  url,
  poolSize,
  applicationName = 'weather247',
}: DatabaseOptions): DatabaseClient {
  const sql = postgres(url, {
    max: poolSize,
    connection: { application_name: applicationName },
    onnotice: () => undefined,
  })
  return {
    db: drizzle(sql, { schema, casing: 'snake_case' }),
    close: (withinSeconds = 5) => sql.end({ timeout: withinSeconds }),
  }
}
