import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { withDatabaseAt } from '../connections.ts'
import { holdsWeather } from './prepare-database.ts'
import type { Stack } from './stack.ts'
import { databaseUrlOf, type Site } from './site.ts'

const LOOK_EVERY_MS = 60_000

const markIn = (dataDir: string): string => join(dataDir, 'live-data')

/** Whether this installation has stored live weather, told without starting its database. */
export const hadLiveData = (dataDir: string): boolean => existsSync(markIn(dataDir))

/** Marks a live installation as soon as its database holds any weather. */
export async function keepLiveMark({ site, signal }: Stack): Promise<void> {
  const { mode, dataDir } = site.config
  if (mode !== 'live' || hadLiveData(dataDir)) return
  while (!(await holdsWeatherNow(site))) await sleep(LOOK_EVERY_MS, undefined, { signal })
  await writeFile(markIn(dataDir), `${new Date().toISOString()}\n`)
}

async function holdsWeatherNow(site: Site): Promise<boolean> {
  try {
    return await withDatabaseAt(databaseUrlOf(site), holdsWeather)
  } catch {
    // It may be starting again; there is another look.
    return false
  }
}
