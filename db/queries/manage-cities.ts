import { and, eq, inArray, sql } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { OwnPromise } from '../../domain/plan/promised-tier.ts'
import type { Database } from '../database.ts'
import { cities } from '../schema/index.ts'
import { LISTED_CITY, type ListedCity } from './cities.ts'
import { pagesOf } from './upsert.ts'

/** Whether cities are kept fresh; answers those that changed. */
export function setActive(
  db: Database,
  ids: readonly CityId[],
  active: boolean,
): Promise<ListedCity[]> {
  return inPages(ids, (page) =>
    db
      .update(cities)
      .set({ active, updatedAt: sql`now()` })
      .where(and(inArray(cities.id, page), eq(cities.active, !active)))
      .returning(LISTED_CITY),
  )
}

/** What the plan promises to cities by hand, null for nothing; answers those that changed. */
export function setPromise(
  db: Database,
  ids: readonly CityId[],
  minutes: OwnPromise | null,
): Promise<ListedCity[]> {
  return inPages(ids, (page) =>
    db
      .update(cities)
      .set({ promisedMinutes: minutes, updatedAt: sql`now()` })
      .where(
        and(
          inArray(cities.id, page),
          sql`${cities.promisedMinutes} is distinct from ${minutes}::int`,
        ),
      )
      .returning(LISTED_CITY),
  )
}

/** Removes cities with all that is stored of them; answers those that were there. */
export function removeCities(db: Database, ids: readonly CityId[]): Promise<ListedCity[]> {
  // What is stored of a city goes with it, by its foreign key; a city is one transaction.
  return inPages(
    ids,
    (page) => db.delete(cities).where(inArray(cities.id, page)).returning(LISTED_CITY),
    1,
  )
}

async function inPages(
  ids: readonly CityId[],
  work: (page: CityId[]) => Promise<ListedCity[]>,
  size?: number,
): Promise<ListedCity[]> {
  const changed: ListedCity[] = []
  for (const page of pagesOf(ids, size)) changed.push(...(await work(page)))
  return changed
}
