// Takes the pictures of docs/images/ from the pages over made-up weather; needs Chromium and PostgreSQL, or takes an
// embedded database: `npm run screenshots`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launchChromium } from '../test/support/dashboard/chromium.ts'
import {
  BUILT_DASHBOARD_VARIABLE,
  ENDED_TASK,
  fillScene,
  startScene,
} from '../test/support/dashboard/dashboard-scene.ts'
import { createTestDatabase } from '../test/support/services/test-database.ts'
import { buildDashboard } from './build-dashboard.mjs'

const FOLDER = fileURLToPath(new URL('../docs/images', import.meta.url))
const CHROMIUM = '/usr/bin/chromium'
const SIZE = { width: 1280, height: 860 }

const PAGES = {
  now: '/',
  cities: '/cities?late=true',
  city: '/cities/1796236',
  runs: '/runs',
  run: `/runs/${ENDED_TASK}`,
  providers: '/providers',
  system: '/system',
} as const

const pages = mkdtempSync(join(tmpdir(), 'weather247-pictures-'))
await buildDashboard(pages)
process.env[BUILT_DASHBOARD_VARIABLE] = pages
const database = await createTestDatabase()
await fillScene(database.db)
const scene = await startScene({ db: () => database.db })
const browser = await launchChromium(CHROMIUM)
try {
  mkdirSync(FOLDER, { recursive: true })
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: SIZE, timezoneId: 'UTC' })
    for (const [name, path] of Object.entries(PAGES)) {
      const page = await context.newPage()
      await page.goto(scene.url + path, { waitUntil: 'load' })
      await page.locator('[data-live="live"]').waitFor()
      await page.locator('[data-state="loading"]').first().waitFor({ state: 'detached' })
      const map = page.locator('canvas[role="img"]')
      if ((await map.count()) > 0) await page.locator('canvas[data-drawn="100"]').waitFor()
      await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}.png`) })
      console.log(`${name}-${colorScheme}.png`)
      await page.close()
    }
    await context.close()
  }
} finally {
  await browser.close()
  await scene.close()
  await database.close()
  rmSync(pages, { recursive: true, force: true })
}
process.exit(0)
