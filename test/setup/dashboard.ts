import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDashboard } from '../../scripts/build-dashboard.mjs'
import { chromiumPath } from '../support/dashboard/chromium.ts'
import {
  BUILT_DASHBOARD_VARIABLE,
  fillScene,
  SCENE_DATABASE_VARIABLE,
} from '../support/dashboard/dashboard-scene.ts'
import { createTestDatabase } from '../support/services/test-database.ts'

/** The pages made from the sources as they are, and a database with what they show. */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'weather247-dashboard-'))
  await buildDashboard(folder)
  process.env[BUILT_DASHBOARD_VARIABLE] = folder
  const database = chromiumPath === undefined ? undefined : await createTestDatabase()
  if (database) {
    await fillScene(database.db)
    process.env[SCENE_DATABASE_VARIABLE] = database.url
  }
  return async () => {
    await database?.close()
    await rm(folder, { recursive: true, force: true })
  }
}
