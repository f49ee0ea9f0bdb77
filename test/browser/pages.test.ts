import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { chromiumPath, watched } from '../support/dashboard/chromium.ts'
import { ENDED_TASK, RUNNING_TASK } from '../support/dashboard/dashboard-scene.ts'
import { withBrowser, withScene } from '../support/dashboard/with-scene.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const live = withScene()
const demo = withScene({ mode: 'demo' })
const browser = withBrowser()

/** What each page shows once all of its parts are there. */
const PAGES = {
  now: ['/', 'Budgets'],
  cities: ['/cities', 'As a table'],
  city: ['/cities/1796236', 'How this value came about'],
  runs: ['/runs', 'What ran'],
  providers: ['/providers', 'The plan'],
  system: ['/system', 'Tokens'],
  'run under way': [`/runs/${RUNNING_TASK}`, 'Refresh all cities'],
  'run that ended': [`/runs/${ENDED_TASK}`, 'Why'],
} as const

const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 390 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 390 },
] as const

const SIZES = { 1280: { width: 1280, height: 900 }, 390: { width: 390, height: 844 } } as const

/** Of the page itself, and of each table that is as wide as it is not. */
const WIDEST = `[
  document.documentElement.scrollWidth,
  ...[...document.querySelectorAll('.wide')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.ariaLabel),
]`

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string }[]
}

/** Problems that keep people from using the page. */
async function barriers(page: Page): Promise<string[]> {
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: Finding[] }> }
    }
    return (await axe.run()).violations
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** All parts have ended loading. */
async function settled(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor()
  await page.locator('[data-state="loading"]').first().waitFor({ state: 'detached' })
  await page.locator('[data-live="live"]').waitFor()
}

describe.skipIf(chromiumPath === undefined)('the pages', () => {
  it.each(Object.entries(PAGES))(
    '%s: nothing foreign, no error; in each look no barrier and no sideways scrolling',
    async (_name, [path, heading]) => {
      const context = await browser().newContext()
      const page = await context.newPage()
      const complaints = await watched(page, live.url)
      await page.goto(live.url + path)
      await settled(page, heading)
      const h1 = (await page.locator('h1').allTextContents()).map((text) => text.trim())
      expect(h1).toEqual([(await page.title()).replace(/ · Weather247$/, '')])
      await page.evaluate(AXE)
      for (const { colorScheme, width } of LOOKS) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize(SIZES[width])
        await expect.poll(() => page.evaluate(WIDEST)).toEqual([width])
        expect(await barriers(page), `${colorScheme}, ${width} px`).toEqual([])
      }
      expect(complaints).toEqual({ foreign: [], errors: [] })
      await context.close()
    },
  )

  it.each(Object.entries(PAGES).filter(([name]) => !name.startsWith('run ')))(
    'of a demo say so: %s',
    async (_name, [path, heading]) => {
      const page = await browser().newPage()
      const complaints = await watched(page, demo.url)
      await page.goto(demo.url + path)
      await settled(page, heading)
      expect(await page.title()).toMatch(/^.+ · Weather247 \[demo\]$/)
      await page.getByText('Demo: the weather is simulated.').waitFor()
      await page.getByText('no provider has given it').waitFor()
      expect(await page.getByText('Weather data by Open-Meteo.com').count()).toBe(0)
      expect(complaints).toEqual({ foreign: [], errors: [] })
      await page.close()
    },
  )
})
