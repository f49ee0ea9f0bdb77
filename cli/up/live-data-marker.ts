import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../db/database.ts'
import { withDatabaseAt } from '../target/connections.ts'
import { holdsWeather } from './prepare-database.ts'
import type { UpContext } from './up-context.ts'
import { databaseUrlOf } from './layout.ts'

const POLL_MS = 500

const markerIn = (dataDir: string): string => join(dataDir, 'live-data')

/** Whether this installation has stored live weather, without starting its database. */
export const hadLiveData = (dataDir: string): boolean => existsSync(markerIn(dataDir))

/** Marks a live installation as soon as its database holds any weather. */
export async function markLiveData({ layout, signal }: UpContext): Promise<void> {
  const { mode, dataDir } = layout.config
  if (mode !== 'live' || hadLiveData(dataDir)) return
  await withDatabaseAt(databaseUrlOf(layout), async (db) => {
    while (!(await holdsWeatherNow(db))) await sleep(POLL_MS, undefined, { signal })
  })
  await writeFile(markerIn(dataDir), `${new Date().toISOString()}\n`)
}

async function holdsWeatherNow(db: Database): Promise<boolean> {
  try {
    return await holdsWeather(db)
  } catch {
    // The database may be restarting; the next poll looks again.
    return false
  }
}
