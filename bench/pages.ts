import { fileURLToPath } from 'node:url'
import { performance } from 'node:perf_hooks'
import { sql } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../test/support/dashboard/chromium.ts'
import { BUILT_DASHBOARD_VARIABLE, startScene } from '../test/support/dashboard/dashboard-scene.ts'
import { storeManyCities } from '../test/support/dashboard/many-cities.ts'
import { startProduct } from '../test/support/processes/product.ts'
import { createTestDatabase } from '../test/support/services/test-database.ts'
import { median } from './measurement.ts'
import { ratiosTable } from './tables.ts'
import { atMost, type Ratio } from './verdicts.ts'

/** How long people wait for pages of many cities, and a terminal for a Ctrl+C while pages are open. */
const CITIES = 100_000
const ROUNDS = 5
const MOST_SECONDS = { verdict: 1, map: 2, table: 0.3, end: 2 }
const ADDRESSES = ['/', '/cities', '/runs', '/providers', '/system']

process.env[BUILT_DASHBOARD_VARIABLE] = fileURLToPath(new URL('../dist/dashboard', import.meta.url))
const browser = await launchChromium(process.env['TEST_CHROMIUM'] ?? '/usr/bin/chromium')
try {
  const verdicts = [...(await ofManyCities(browser)), await ofTheEnd(browser)]
  console.log(ratiosTable(verdicts))
  if (verdicts.some(({ holds }) => holds === false)) process.exitCode = 1
} finally {
  await browser.close()
}

async function ofManyCities(by: Browser): Promise<Ratio[]> {
  const database = await createTestDatabase()
  await storeManyCities(database.db, CITIES)
  await database.db.execute(sql`analyze`)
  const scene = await startScene({ db: () => database.db })
  const rounds: Waits[] = []
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await waitsOf(by, scene.url))
  await scene.close()
  await database.close()
  const waited = (of: keyof Waits, most: number): Ratio =>
    atMost(`${CITIES} cities: seconds to ${of}`, median(rounds.map((waits) => waits[of])), most)
  return [
    waited('the verdict', MOST_SECONDS.verdict),
    waited('the drawn map', MOST_SECONDS.map),
    waited('a filtered table', MOST_SECONDS.table),
    waited('its next page', MOST_SECONDS.table),
  ]
}

type Waits = Record<'the verdict' | 'the drawn map' | 'a filtered table' | 'its next page', number>

/** Each round in a browser that knows nothing yet. */
async function waitsOf(by: Browser, url: string): Promise<Waits> {
  const context = await by.newContext()
  const now = await context.newPage()
  const verdict = await seconds(async () => {
    await now.goto(url, { waitUntil: 'commit' })
    await now.getByRole('heading', { level: 1, name: /cities are late/ }).waitFor()
  })
  await now.close()
  const page = await context.newPage()
  const map = await seconds(async () => {
    await page.goto(`${url}/cities`, { waitUntil: 'commit' })
    await page.locator(`canvas[data-drawn="${CITIES}"]`).waitFor()
  })
  await page.getByRole('button', { name: 'Next ›' }).waitFor()
  const filtered = await secondsToNewRows(page, () =>
    page.getByLabel('Freshness').selectOption('very_fresh'),
  )
  const next = await secondsToNewRows(page, () =>
    page.getByRole('button', { name: 'Next ›' }).click(),
  )
  await context.close()
  return {
    'the verdict': verdict,
    'the drawn map': map,
    'a filtered table': filtered,
    'its next page': next,
  }
}

/** Until the first row of the table is another. */
async function secondsToNewRows(page: Page, act: () => Promise<unknown>): Promise<number> {
  const before = await page.getByRole('rowheader').first().textContent()
  const gone = page.getByRole('rowheader', { name: before ?? '', exact: true })
  return seconds(async () => {
    await act()
    await gone.waitFor({ state: 'detached' })
    await page.getByRole('rowheader').first().waitFor()
  })
}

/** As a user starts and ends it, with a page of each address open. */
async function ofTheEnd(by: Browser): Promise<Ratio> {
  const product = await startProduct('demo')
  try {
    const context = await by.newContext()
    for (const address of ADDRESSES) {
      const page = await context.newPage()
      await page.goto(product.url + address)
      await page.locator('[data-live="live"]').waitFor()
    }
    const took = await seconds(() => product.end('SIGINT'))
    await context.close()
    return atMost(
      `${ADDRESSES.length} open pages: seconds from Ctrl+C to the end`,
      took,
      MOST_SECONDS.end,
    )
  } finally {
    await product.close()
  }
}

async function seconds(act: () => Promise<unknown>): Promise<number> {
  const begunMs = performance.now()
  await act()
  return (performance.now() - begunMs) / 1000
}
