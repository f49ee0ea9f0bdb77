import { and, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { flagsOf, type FlaggedValue, type ValueFlag } from '../../domain/weather/value-flags.ts'
import type { Queryable } from '../database.ts'
import { valueFlags } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'
import { pagesOf } from './upsert.ts'
import { suspects, trackOf, type TrackRow } from './value-tracks.ts'

export interface CityFlag extends FlaggedValue {
  readonly cityId: CityId
  readonly provider: ProviderId
}

/** Flags what can hardly be of what is served for these cities, and ends what is over. */
export async function flagValues(
  db: Queryable,
  cityIds: readonly CityId[],
  now: Date,
): Promise<CityFlag[]> {
  const flags: CityFlag[] = []
  for (const page of pagesOf(cityIds)) {
    const rows = await suspects(db, page)
    const found = rows.flatMap((row) => {
      const own = { cityId: row.city_id, provider: row.provider }
      return flagsOf(trackOf(row)).map((flag) => ({ ...own, ...flag }))
    })
    await store(db, found, rows, now)
    flags.push(...found)
  }
  return flags
}

async function store(
  db: Queryable,
  found: readonly CityFlag[],
  rows: readonly TrackRow[],
  now: Date,
): Promise<void> {
  if (found.length > 0) {
    await db
      .insert(valueFlags)
      .values(found.map((flag) => ({ ...flag, notedAt: now })))
      .onConflictDoUpdate({
        target: [
          valueFlags.cityId,
          valueFlags.provider,
          valueFlags.flag,
          valueFlags.field,
          valueFlags.since,
        ],
        set: { until: sql`excluded.until` },
      })
  }
  for (const row of rows) await endOver(db, row, found)
}

/** What is open of a city and no longer found is over at the moment of what is served now. */
async function endOver(db: Queryable, row: TrackRow, found: readonly CityFlag[]): Promise<void> {
  const open = await openFlags(db, row.city_id)
  const still = found.filter(({ cityId, until }) => cityId === row.city_id && until === null)
  const over = open.filter(
    (one) =>
      !still.some(
        ({ flag, field, provider, since }) =>
          flag === one.flag &&
          field === one.field &&
          provider === one.provider &&
          Number(since) === Number(one.since),
      ),
  )
  if (over.length === 0) return
  await db
    .update(valueFlags)
    .set({ until: sql`greatest(${valueFlags.since}, ${timestamptz(new Date(row.valid_at))})` })
    .where(
      inArray(
        valueFlags.id,
        over.map(({ id }) => id),
      ),
    )
}

const openFlags = (db: Queryable, cityId: CityId) =>
  db
    .select()
    .from(valueFlags)
    .where(and(eq(valueFlags.cityId, cityId), isNull(valueFlags.until)))

export interface StoredFlag extends FlaggedValue {
  readonly provider: ProviderId
}

/** What was flagged of a city lately, the newest first. */
export const flagsOfCity = (
  db: Queryable,
  cityId: CityId,
  { after, limit }: { readonly after: Date; readonly limit: number },
): Promise<StoredFlag[]> =>
  db
    .select({
      provider: valueFlags.provider,
      flag: valueFlags.flag,
      field: valueFlags.field,
      since: valueFlags.since,
      until: valueFlags.until,
      value: valueFlags.value,
      before: valueFlags.before,
    })
    .from(valueFlags)
    .where(
      and(eq(valueFlags.cityId, cityId), or(isNull(valueFlags.until), gt(valueFlags.until, after))),
    )
    .orderBy(desc(valueFlags.since), desc(valueFlags.id))
    .limit(limit)

/**
 * Puts what is open of these cities beside the values that are served for them. @returns the cities
 * of which a copy elsewhere is behind.
 */
export async function markServed(db: Queryable, cityIds: readonly CityId[]): Promise<CityId[]> {
  const marked: CityId[] = []
  for (const page of pagesOf(cityIds)) {
    const rows = await db.execute<{ city_id: number }>(sql`
      update conditions c set flags = o.flags
      from (
        select l.city_id, l.provider, l.valid_at, (
          select array_agg(distinct f.flag order by f.flag) from (
            select v.flag from value_flags v
            where v.city_id = l.city_id and v.provider = l.provider and v.until is null
            union all
            select ${'disagreement' satisfies ValueFlag} from disagreements d
            where d.city_id = l.city_id and d.provider = l.provider and d.ended_at is null
          ) f
        ) as flags
        from latest_conditions l
        where l.city_id in (${sql.join(
          page.map((id) => sql`${id}::int`),
          sql`, `,
        )})
      ) o
      where c.city_id = o.city_id and c.provider = o.provider and c.valid_at = o.valid_at
        and c.flags is distinct from o.flags
      returning c.city_id
    `)
    marked.push(...rows.map(({ city_id }) => city_id))
  }
  return marked
}
