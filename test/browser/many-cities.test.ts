import { beforeAll, describe, expect, it } from 'vitest'
import { groupedText } from '../../domain/text/grouped-text.ts'
import { withTestDatabase } from '../support/fixtures/with-test-database.ts'
import { chromiumPath, watched } from '../support/dashboard/chromium.ts'
import { LATE_ONE_IN, storeManyCities } from '../support/dashboard/many-cities.ts'
import { withBrowser, withScene } from '../support/dashboard/with-scene.ts'

const PAGES = [
  ['/', 'Budgets'],
  ['/cities', 'As a table'],
  ['/cities/20000001', 'How this value came about'],
  ['/runs', 'What ran'],
  ['/providers', 'The plan'],
  ['/system', 'Tokens'],
] as const

/** Of one page, each address once; a page of fifty cities is the largest answer, and has the most elements. */
const MOST_ANSWERS = 14
const MOST_BYTES = 48 * 1024
const MOST_NODES = 1_000

const grouped = (count: number): string => groupedText(count).replaceAll(/\s/g, '.')

const browser = withBrowser()

describe.skipIf(chromiumPath === undefined).each([10_000, 100_000])('of %i cities', (cities) => {
  const database = withTestDatabase()
  const modes = {
    live: withScene({ db: () => database.db }),
    demo: withScene({ db: () => database.db, mode: 'demo' }),
  }

  beforeAll(() => storeManyCities(database.db, cities), 120_000)

  it.each(['live', 'demo'] as const)(
    '%s: the verdict, the map and a page of the table are there, and each is found',
    async (mode) => {
      const { url } = modes[mode]
      const page = await browser().newPage()
      const complaints = await watched(page, url)
      await page.goto(`${url}/cities?late=true`)
      await page.locator(`canvas[data-drawn="${cities}"]`).waitFor()
      await page.getByText(new RegExp(`^${grouped(cities / LATE_ONE_IN)} cities$`)).waitFor()
      expect(await page.getByRole('row').count()).toBe(51)
      await page.getByText('Filter to 100 cities or fewer to refresh them.').waitFor()
      await page.getByRole('button', { name: 'Next ›' }).click()
      await page.getByRole('link', { name: 'First page' }).waitFor()
      await page.getByRole('searchbox', { name: 'Name begins with' }).fill(`Place ${cities}`)
      await page.keyboard.press('Enter')
      await page.getByText('1 city', { exact: true }).waitFor()
      await page.getByRole('link', { name: `Place ${cities}, XX` }).waitFor()
      await page.getByRole('link', { name: 'Now', exact: true }).click()
      const late = new RegExp(
        `^${grouped(cities / LATE_ONE_IN)} of ${grouped(cities)} cities are late`,
      )
      await page.getByRole('heading', { level: 1, name: late }).waitFor()
      expect(complaints).toEqual({ foreign: [], errors: [] })
      await page.close()
    },
  )

  it('every page asks as few and as small answers as of a hundred cities, but for the map', async () => {
    const page = await browser().newPage()
    const complaints = await watched(page, modes.live.url)
    for (const [path, heading] of PAGES) {
      const bytes = new Map<string, number>()
      page.on('response', (response) => {
        const { pathname } = new URL(response.url())
        const isOfMap = pathname.startsWith('/api/weather/cities/map')
        if (!pathname.startsWith('/api/') || pathname.endsWith('/events') || isOfMap) return
        bytes.set(pathname, Number(response.headers()['content-length']))
      })
      await page.goto(modes.live.url + path)
      await page.getByRole('heading', { name: heading, exact: true }).first().waitFor()
      await page.locator('[data-live="live"]').waitFor()
      await page.locator('[data-state="loading"]').first().waitFor({ state: 'detached' })
      const sizes = [...bytes.values()]
      expect(sizes.length).toBeGreaterThan(0)
      expect(sizes.length).toBeLessThanOrEqual(MOST_ANSWERS)
      expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_BYTES)
      const nodes = await page.locator('*').count()
      expect(nodes).toBeLessThanOrEqual(MOST_NODES)
      page.removeAllListeners('response')
    }
    // Nothing is stored of the city but when it was refreshed: a browser writes down each 404.
    const errors = complaints.errors.filter(
      (text) => !(text.includes('status of 404') && text.includes('/api/weather/')),
    )
    expect({ ...complaints, errors }).toEqual({ foreign: [], errors: [] })
    await page.close()
  })
})
