import { sql } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { Queryable } from '../database.ts'
import { cities } from '../schema/index.ts'

/** Cities with ids above `after`, up to `last`. */
export interface CityPage {
  readonly after: CityId
  readonly last: CityId
  /** How many of them are active. */
  readonly active: number
}

/** The next `limit` cities by id; undefined past the last. */
export async function cityPage(
  db: Queryable,
  after: CityId,
  limit: number,
): Promise<CityPage | undefined> {
  const [row] = await db.execute<{ last: CityId | null; active: number }>(sql`
    select max(id) as last, (count(*) filter (where active))::int as active
    from (select id, active from ${cities} where id > ${after} order by id limit ${limit}) page`)
  return row?.last == null ? undefined : { after, last: row.last, active: row.active }
}

/** The same as a condition on a column of city ids. */
export const within = (column: string, { after, last }: CityPage) =>
  sql`${sql.raw(column)} > ${after} and ${sql.raw(column)} <= ${last}`
