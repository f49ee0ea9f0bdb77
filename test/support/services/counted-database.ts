import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Database } from '../../../db/database.ts'
import * as schema from '../../../db/schema/index.ts'

export interface CountedDatabase {
  readonly db: Database
  /** Statements since the last call. */
  taken(): string[]
  close(): Promise<void>
}

/** A database that writes down what it is asked. */
export function openCountedDatabase(url: string): CountedDatabase {
  const client = postgres(url, { max: 2, onnotice: () => undefined })
  let statements: string[] = []
  const logQuery = (statement: string): void => void statements.push(statement)
  return {
    db: drizzle(client, { schema, casing: 'snake_case', logger: { logQuery } }),
    taken() {
      const before = statements
      statements = []
      return before
    },
    close: () => client.end({ timeout: 5 }),
  }
}
