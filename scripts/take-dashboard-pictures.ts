// Takes the pictures of docs/images/ from the demo that runs: with all well, then with a provider broken and a city
// lost. Needs Chromium and a build. The longer the demo has run, the more there is to see:
//   npm run demo        (and an hour later, beside it)
//   npm run screenshots
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { findTarget } from '../cli/target/target.ts'
import { launchChromium } from '../test/support/dashboard/chromium.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = join(ROOT, 'docs', 'images')
const CHROMIUM = '/usr/bin/chromium'
const SIZE = { width: 1280, height: 860 }
const PHONE = { width: 390, height: 844 }

/** What they show stands at the end of the page. */
const WHOLE = ['city-lost', 'cities-none']

/** For which no one answers once it is lost: no airport of the emulator is near. */
const CITY = 'Dubai'

/** The API counts what its first sentence says every few seconds. */
const COUNTED_MS = 20_000

/** Until a broken provider may be probed again. */
const PROBED_MS = 15_000

const url = (await findTarget(['demo'])).instance?.apiUrl
if (url === undefined) throw new Error('no demo runs: start one with `npm run demo`')
mkdirSync(FOLDER, { recursive: true })
const browser = await launchChromium(CHROMIUM)
try {
  weather247('demo', 'mend')
  weather247('refresh', '--max-age', '0', '--wait')
  await sleep(COUNTED_MS)
  const city = `/cities/${await cityId()}`
  const none = '/cities?q=nowhere'
  await take(browser, { now: '/', cities: '/cities', 'cities-none': none, city, system: '/system' })
  await take(browser, { 'now-phone': '/' }, PHONE)

  weather247('demo', 'lose', CITY, '--for', '10m')
  weather247('demo', 'break', 'open-meteo', '--for', '10m')
  await sleep(COUNTED_MS)
  await take(browser, {
    'now-incident': '/',
    'city-lost': city,
    run: `/runs/${await lastRun()}`,
    runs: '/runs',
    providers: '/providers',
  })

  weather247('demo', 'mend')
  await sleep(PROBED_MS)
  weather247('refresh', '--max-age', '0', '--wait')
} finally {
  await browser.close()
}
process.exit(0)

/** Where cities fail, as they are to in this scene, it ends with 1. */
function weather247(...args: readonly string[]): void {
  console.log(`weather247 ${args.join(' ')}`)
  try {
    execFileSync(process.execPath, [join(ROOT, 'dist', 'cli', 'main.js'), ...args])
  } catch (error) {
    if ((error as { readonly status?: number }).status !== 1) throw error
  }
}

async function answer<Body>(path: string): Promise<Body> {
  const got = await fetch(`${url}/api/weather/${path}`)
  if (!got.ok) throw new Error(`${path} answered ${got.status}`)
  return (await got.json()) as Body
}

async function cityId(): Promise<number> {
  const { cities } = await answer<{ cities: { id: number }[] }>(`cities/search?q=${CITY}`)
  if (!cities[0]) throw new Error(`${CITY} is not there`)
  return cities[0].id
}

async function lastRun(): Promise<string> {
  const { tasks } = await answer<{ tasks: { task_id: string }[] }>(
    'monitoring/tasks?kind=refresh&limit=1',
  )
  if (!tasks[0]) throw new Error('nothing ran')
  return tasks[0].task_id
}

/** Each page in both looks, once all of its parts are there. */
async function take(
  by: Browser,
  pages: Readonly<Record<string, string>>,
  viewport = SIZE,
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await by.newContext({ colorScheme, viewport, timezoneId: 'UTC' })
    for (const [name, path] of Object.entries(pages)) {
      const page = await context.newPage()
      await page.goto(`${url}${path}`, { waitUntil: 'load' })
      await page.locator('[data-live="live"]').waitFor()
      await page.locator('[data-state="loading"]').first().waitFor({ state: 'detached' })
      const map = page.locator('canvas[role="img"]')
      if ((await map.count()) > 0) await page.locator('canvas[data-drawn]').waitFor()
      await page.screenshot({
        path: join(FOLDER, `${name}-${colorScheme}.png`),
        fullPage: WHOLE.includes(name),
      })
      console.log(`${name}-${colorScheme}.png`)
      await page.close()
    }
    await context.close()
  }
}
