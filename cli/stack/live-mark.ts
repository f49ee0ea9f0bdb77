import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../db/client.ts'
import { withDatabaseAt } from '../connections.ts'
import { holdsWeather } from './prepare-database.ts'
import type { Stack } from './stack.ts'
import { databaseUrlOf } from './site.ts'

const LOOK_EVERY_MS = 500

const markIn = (dataDir: string): string => join(dataDir, 'live-data')

/** Whether this installation has stored live weather, told without starting its database. */
export const hadLiveData = (dataDir: string): boolean => existsSync(markIn(dataDir))

/** Marks a live installation as soon as its database holds any weather. */
export async function keepLiveMark({ site, signal }: Stack): Promise<void> {
  const { mode, dataDir } = site.config
  if (mode !== 'live' || hadLiveData(dataDir)) return
  await withDatabaseAt(databaseUrlOf(site), async (db) => {
    while (!(await holdsWeatherNow(db))) await sleep(LOOK_EVERY_MS, undefined, { signal })
  })
  await writeFile(markIn(dataDir), `${new Date().toISOString()}\n`)
}

async function holdsWeatherNow(db: Database): Promise<boolean> {
  try {
    return await holdsWeather(db)
  } catch {
    // It may be starting again; there is another look.
    return false
  }
}
