import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type * as schema from './schema/index.ts'

export type Database = PostgresJsDatabase<typeof schema>

/** What queries take: the database, or the transaction they are to be part of. */
export type Queryable = Database | Parameters<Parameters<Database['transaction']>[0]>[0]
