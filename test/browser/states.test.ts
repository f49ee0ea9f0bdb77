import type { Page, Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { chromiumPath } from '../support/dashboard/chromium.ts'
import { withBrowser, withScene } from '../support/dashboard/with-scene.ts'

const scene = withScene({ limits: { heartbeatMs: 500 } })
const browser = withBrowser()

const PROBLEM = {
  status: 503,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    kind: 'temporal-unavailable',
    title: 'Temporal does not answer',
    detail: 'Nothing can be started or looked up right now.',
  }),
}

/** Each part of a page with a request of its own, and what it says where there is nothing. */
const PARTS = [
  ['/', 'Running', '**/monitoring/tasks?*', { tasks: [], next_cursor: null }, 'Nothing runs'],
  ['/', 'Needs you', '**/monitoring/alerts?*', { alerts: [], next_cursor: null }, 'Nothing.'],
  ['/', 'Budgets', '**/monitoring/quota', { services: [] }, 'No provider is in use.'],
  ['/runs', 'Schedules', '**/api/weather/schedules', { schedules: [], missing: [] }, 'none'],
  ['/runs', 'What ran', '**/monitoring/tasks?*', { tasks: [], next_cursor: null }, 'None yet.'],
  [
    '/cities',
    'As a table',
    '**/api/weather/cities?*',
    { cities: [], next_cursor: null, total: 0 },
    'None yet.',
  ],
  [
    '/providers',
    'In the order they are asked',
    '**/api/weather/providers',
    { providers: [] },
    'No provider is in use.',
  ],
  [
    '/providers',
    'Disagreements',
    '**/api/weather/disagreements?*',
    { disagreements: [], next_cursor: null },
    'None was found.',
  ],
  [
    '/providers',
    'Objectives',
    '**/analytics/objectives',
    { objectives: [] },
    'Measured before each scheduled refresh.',
  ],
  ['/system', 'Queues', '**/monitoring/queues', { queues: [] }, 'Temporal knows of none yet.'],
] as const

const part = (page: Page, name: string, state: string) =>
  page.locator(`section[data-state="${state}"]`, {
    has: page.getByRole('heading', { name, exact: true }),
  })

describe.skipIf(chromiumPath === undefined)('every part has five states', () => {
  it.each(PARTS)('%s, %s', async (path, name, address, nothing, sentence) => {
    const page = await browser().newPage()
    const held: Route[] = []
    let answer = (route: Route): unknown => held.push(route)
    await page.route(address, async (route) => {
      await answer(route)
    })
    await page.goto(scene.url + path)
    await part(page, name, 'loading').waitFor()

    answer = (route) => route.fulfill(PROBLEM)
    for (const route of held) await route.fulfill(PROBLEM)
    const failed = part(page, name, 'error')
    await failed.getByText('Temporal does not answer.').waitFor()

    answer = (route) => route.fulfill({ json: nothing })
    const there = part(page, name, 'ok')
    await there.getByText(sentence).first().waitFor()

    answer = (route) => route.continue()
    await there.getByText(sentence).first().waitFor({ state: 'detached' })

    answer = (route) => route.fulfill(PROBLEM)
    const stale = part(page, name, 'stale')
    await stale.getByText('Shown is what was so at').waitFor()

    answer = (route) => route.continue()
    await there.waitFor()
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.close()
  })

  it('a city without weather says what happens next; an unknown one is a problem', async () => {
    const page = await browser().newPage()
    await page.route('**/api/weather/current/*', (route) =>
      route.fulfill({
        status: 404,
        contentType: 'application/problem+json',
        body: JSON.stringify({ kind: 'no-data-yet', title: 'No data yet', detail: '' }),
      }),
    )
    await page.goto(`${scene.url}/cities/1796236`)
    await page.getByText('Not refreshed yet.').waitFor()
    await page.goto(`${scene.url}/cities/1`)
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor()
    await page.goto(`${scene.url}/runs/none/such`)
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Run')
    await page.close()
  })
})
