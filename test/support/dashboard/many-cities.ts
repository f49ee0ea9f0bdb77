import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { NOW } from '../api/test-api.ts'

/** One city in this many is an hour old, the others are a few minutes old. */
export const LATE_ONE_IN = 50

/** Made by the database itself. */
export async function storeManyCities(db: Database, cities: number): Promise<void> {
  const at = sql`${NOW.toISOString()}::timestamptz`
  await db.execute(sql`
    insert into cities (id, name, country_code, latitude, longitude, time_zone)
    select 20000000 + n, 'Place ' || n, 'XX', (n * 7.31)::numeric % 130 - 60,
      (n * 13.7)::numeric % 358 - 179, 'UTC' from generate_series(1, ${cities}::int) n`)
  await db.execute(sql`
    insert into refresh_states (city_id, conditions_confirmed_at)
    select 20000000 + n,
      ${at} - make_interval(mins => case when n % ${LATE_ONE_IN}::int = 0 then 60 else 5 end)
    from generate_series(1, ${cities}::int) n`)
  await db.execute(sql`
    insert into city_names (city_id, name_key, kind)
    select 20000000 + n, 'place ' || n, 'own' from generate_series(1, ${cities}::int) n`)
}
