import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/** `set` of an upsert in which the new row wins in every column but the named ones. */
export function newRowWins(table: PgTable, except: readonly string[]): Record<string, SQL> {
  return Object.fromEntries(
    Object.entries(getTableColumns(table))
      .filter(([key]) => !except.includes(key))
      .map(([key, column]) => [key, sql`excluded.${sql.identifier(snakeCase(key, column.name))}`]),
  )
}

/** Columns named by the casing option carry their key until the dialect renders them. */
const snakeCase = (key: string, name: string): string =>
  name === key ? key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`) : name

/** PostgreSQL takes 65 535 parameters a statement; pages this long stay far below it. */
const ROWS_PER_STATEMENT = 500

export function* pagesOf<Row>(rows: readonly Row[], size = ROWS_PER_STATEMENT): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}
