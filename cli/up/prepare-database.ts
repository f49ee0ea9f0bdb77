import type { Database } from '../../db/database.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import {
  countCities,
  fillElevations,
  importCities,
  isAnyElevationMissing,
  listCities,
} from '../../db/queries/cities.ts'
import { latestConditions } from '../../db/schema/index.ts'
import type { Mode } from '../../platform/config/config.ts'
import { SCENES, type SceneName } from '../../emulator/scenes.ts'
import { bundledCities, STARTER_CITIES } from '../cities/starter-cities.ts'

export interface PreparedDatabase {
  /** Active cities. */
  readonly cities: number
  /** How many of them have just been taken from the starter set or the scene. */
  readonly imported: number
}

/**
 * Brings the schema up to date. The places of a scene are added; an installation without any city gets
 * the starter set otherwise.
 */
export async function prepareDatabase(
  db: Database,
  mode: Mode,
  scene?: SceneName,
): Promise<PreparedDatabase> {
  await migrateDatabase(db, mode)
  if (await isAnyElevationMissing(db)) await fillElevations(db, await bundledCities())
  if (scene !== undefined) {
    const { places } = SCENES[scene]
    await importCities(db, places)
    return { cities: await countCities(db), imported: places.length }
  }
  const known = await listCities(db, { limit: 1 })
  if (known.length > 0) return { cities: await countCities(db), imported: 0 }
  const starters = (await bundledCities()).slice(0, STARTER_CITIES)
  await importCities(db, starters)
  return { cities: starters.length, imported: starters.length }
}

export async function holdsWeather(db: Database): Promise<boolean> {
  const rows = await db.select().from(latestConditions).limit(1)
  return rows.length > 0
}
