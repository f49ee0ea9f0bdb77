import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { revokeToken } from '../../db/queries/api-tokens.ts'
import { NOW } from '../support/api/test-api.ts'
import { chromiumPath } from '../support/dashboard/chromium.ts'
import { DOUBTED_CITY, listedOf, running } from '../support/dashboard/dashboard-scene.ts'
import { withBrowser, withScene } from '../support/dashboard/with-scene.ts'
import { createToken } from '../support/data/api-tokens.ts'

const open = withScene()
const guarded = withScene({ tokens: 'stored' })
const browser = withBrowser()

const TOKYO_RUN = {
  ...running,
  taskId: 'refresh-city/1850147/run',
  workflowId: 'refresh-city/1850147',
  runId: 'run',
  name: 'refreshCity',
}

interface ObjectivesAnswer {
  readonly objectives: readonly {
    readonly objective: string
    readonly spans: readonly { readonly span: string; readonly attained_percent: number | null }[]
  }[]
}

const ACTING = /^(Run now|Pause|Resume|Refresh|Stop)/

/** Every button that would change something refuses with its reason, and sends nothing. */
async function expectNoAction(page: Page, path: string, isActing: boolean): Promise<void> {
  const sent: string[] = []
  page.removeAllListeners('request')
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`)
  })
  await page.goto(guarded.url + path)
  await page.locator('[data-live="live"]').waitFor()
  await page.locator('[data-state="loading"]').first().waitFor({ state: 'detached' })
  const buttons = page.getByRole('button', { name: ACTING })
  if (isActing) await buttons.first().waitFor()
  expect((await buttons.count()) > 0).toBe(isActing)
  for (const button of await buttons.all()) {
    expect(await button.getAttribute('title')).toContain('This needs the role operate')
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await button.click({ force: true })
  }
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(sent).toEqual([])
}

describe.skipIf(chromiumPath === undefined)('people', () => {
  it('see how the objectives of freshness are kept', async () => {
    const answer = await open.api.app.inject('/api/weather/analytics/objectives')
    const { objectives } = answer.json<ObjectivesAnswer>()
    const all = objectives.find(({ objective }) => objective === 'all=30@95')
    const hour = all?.spans.find(({ span }) => span === 'hour')?.attained_percent ?? 0
    expect(hour).toBeGreaterThan(0)
    const page = await browser().newPage()
    await page.goto(`${open.url}/providers`)
    const row = page.getByRole('row', { name: 'all cities no older than 30 minutes' })
    await row.waitFor()
    const cells = await row.getByRole('cell').allTextContents()
    expect(cells.slice(0, 2)).toEqual(['95.0 %', `${hour.toFixed(1)} %`])
    await page.close()
  })

  it('find a city, see its price, refresh it and see its run, by keys alone', async () => {
    const page = await browser().newPage()
    await page.goto(open.url)
    await page.locator('[data-live="live"]').waitFor()
    const { keyboard } = page
    await keyboard.press('/')
    await keyboard.type('tok')
    await page.getByRole('option', { name: /^Tokyo, JP/ }).waitFor()
    await keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Tokyo, JP' }).waitFor()
    const focused = page.locator('button:focus', { hasText: 'Refresh now …' })
    for (let step = 0; step < 5; step++) {
      if ((await focused.count()) > 0) break
      await keyboard.press('Tab')
    }
    await keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Refresh Tokyo' })
    await dialog.getByText('Nothing is started: 1 of 1 cities are due.').waitFor()
    await dialog.getByRole('button', { name: 'Refresh', exact: true }).focus()
    await keyboard.press('Enter')
    await dialog.getByRole('link', { name: 'See the run' }).waitFor()
    expect(open.api.temporal.asked.at(-1)).toMatchObject({ city: { name: 'Tokyo' } })
    const { temporal } = open.api
    const before = temporal.page
    temporal.tasks.set(TOKYO_RUN.taskId, TOKYO_RUN)
    temporal.page = { tasks: [listedOf(TOKYO_RUN)] }
    await dialog.getByRole('link', { name: 'See the run' }).focus()
    await keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Refresh city' }).waitFor()
    await page.getByRole('progressbar').waitFor()
    const done = { ...TOKYO_RUN, status: 'SUCCESS', progress: null, closedAt: NOW } as const
    temporal.tasks.set(TOKYO_RUN.taskId, done)
    temporal.page = { tasks: [listedOf(done)] }
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    await page.getByText('done', { exact: true }).waitFor()
    temporal.page = before
    await keyboard.press('g')
    await keyboard.press('r')
    await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor()
    await page.close()
  })

  it('see what calls cost, where they will cost too much, and what a refresh will', async () => {
    const page = await browser().newPage()
    const spent = /^9\.60 of 60\.00 spent, about 91\.\d\d by the month's end$/
    await page.goto(open.url)
    await page.getByRole('region', { name: 'Budgets' }).getByText(spent).waitFor()
    await page.goto(`${open.url}/providers`)
    await page
      .getByRole('row', { name: /^Open-Meteo/ })
      .getByText(spent)
      .waitFor()
    expect(await page.getByText(/ spent, about/).count()).toBe(1)
    await page.goto(`${open.url}/cities/1850147`)
    await page.getByRole('button', { name: 'Refresh now …' }).click()
    await page.getByText(/^Open-Meteo: 1 city .* calls left this day, which cost 0\.00/).waitFor()
    await page.close()
  })

  it('go through rows by keys, and a list says which there are', async () => {
    const page = await browser().newPage()
    await page.goto(`${open.url}/cities?sort=name`)
    await page.getByText('100 cities', { exact: true }).waitFor()
    const names = await page.locator('tbody th a').allTextContents()
    const { keyboard } = page
    for (const key of ['j', 'j', 'k', 'j']) await keyboard.press(key)
    expect(await page.locator('a:focus').textContent()).toBe(names[1])
    await keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keys' })
    await help.getByText('next row').waitFor()
    await keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    await keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: names[1] ?? '' }).waitFor()
    await page.close()
  })

  it('save what is filtered as CSV', async () => {
    const page = await browser().newPage()
    await page.goto(`${open.url}/cities`)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save these cities as CSV' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('cities.csv')
    const [header, ...rows] = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    expect(header).toBe('id,name,country,latitude,longitude,confirmed_at,outcome')
    expect(rows).toHaveLength(100)
    expect(rows.find((row) => row.startsWith('1850147,'))).toMatch(
      /^1850147,Tokyo,JP,35\.\d+,139\./,
    )
    await page.close()
  })

  it('start a run only after its price was shown, and by keys come back to where they were', async () => {
    const page = await browser().newPage()
    await page.goto(`${open.url}/runs`)
    const { states } = open.api.temporal.schedules
    const button = page.getByRole('button', { name: 'Run now: refresh all cities' })
    await button.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Run now: refresh all cities' })
    await dialog.getByText(/^Nothing is started: \d+ of 100 cities are due\.$/).waitFor()
    await dialog.getByText(/^Open-Meteo: .* calls left this day, which cost /).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await button.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true)
    expect(states.get('refresh-all-cities')?.started).toBe(0)
    await button.press('Enter')
    await dialog.getByRole('button', { name: 'Run now', exact: true }).press('Enter')
    await dialog.getByRole('status').getByText('started').waitFor()
    expect(states.get('refresh-all-cities')?.started).toBe(1)
    await page.goto(`${open.url}/runs/${running.taskId}`)
    await page.getByRole('button', { name: 'Stop this run …' }).click()
    await page.getByRole('dialog').getByText('What it has done stays.').waitFor()
    await page.close()
  })

  it('pause a schedule with a note, and resume it', async () => {
    const page = await browser().newPage()
    await page.goto(`${open.url}/runs`)
    await page.getByRole('button', { name: 'Pause monitor api quota' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('the host moves')
    await dialog.getByRole('button', { name: 'Pause', exact: true }).click()
    await page.getByText('“the host moves”').waitFor()
    await page.getByRole('button', { name: 'Resume monitor api quota' }).click()
    await page.getByRole('button', { name: 'Pause monitor api quota' }).waitFor()
    expect(open.api.temporal.schedules.states.get('monitor-api-quota')?.paused).toBe(false)
    await page.close()
  })

  it('pause all schedules with one note, and resume them', async () => {
    const page = await browser().newPage()
    await page.goto(`${open.url}/runs`)
    await page.getByRole('button', { name: 'Pause all 5' }).click()
    const dialog = page.getByRole('dialog', { name: 'Pause all 5' })
    await dialog.getByRole('textbox').fill('the upstream is down')
    await dialog.getByRole('button', { name: 'Pause', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => page.getByText('“the upstream is down”').count()).toBe(5)
    await page.getByRole('button', { name: 'Resume all 5' }).click()
    expect([...open.api.temporal.schedules.states.values()].every(({ paused }) => paused)).toBe(
      true,
    )
    await page.getByRole('dialog').getByRole('button', { name: 'Resume', exact: true }).click()
    await page.getByRole('button', { name: 'Pause all 5' }).waitFor()
    const { states } = open.api.temporal.schedules
    expect([...states.values()].filter(({ paused }) => paused)).toEqual([])
    await page.close()
  })

  it('colour the map by what they ask, and see finer land near by', async () => {
    const page = await browser().newPage()
    await page.goto(`${open.url}/cities`)
    const map = page.locator('canvas[data-drawn="100"]')
    await map.waitFor()
    const shown = page.getByRole('list', { name: 'What the map shows' })
    const labels: (string | null)[] = []
    for (const [colour, first] of [
      ['temperature', 'below 0 °C'],
      ['provider', 'Open-Meteo'],
    ] as const) {
      await page.getByLabel('Colour').selectOption(colour)
      await shown.getByText(first).waitFor()
      labels.push(await map.getAttribute('aria-label'))
    }
    expect(labels[0]).toMatch(/^Map of all cities: \d+ below 0 °C, .*, 1 no data\./)
    expect(labels[1]).toBe(
      'Map of all cities: 99 Open-Meteo, 1 no data. The page Cities lists them.',
    )
    expect(new URL(page.url()).search).toBe('?colour=provider')
    expect(await map.getAttribute('data-land')).toBe('coarse')
    await page.getByRole('button', { name: 'Nearer' }).dblclick()
    await page.locator('canvas[data-land="fine"]').waitFor()
    await page.close()
  })

  it('see what speaks against a value, and where providers disagree', async () => {
    const page = await browser().newPage()
    await page.goto(`${open.url}/cities/${DOUBTED_CITY}`)
    const origin = page.getByRole('region', { name: 'How this value came about' })
    await origin.getByText('Open-Meteo: temperature, jump since').waitFor()
    await origin.getByText('Open-Meteo and MET Norway disagree about temperature since').waitFor()
    await origin.getByText(/^MET Norway, asked at .*, disagrees\.$/).waitFor()
    const days = page.getByRole('region', { name: 'Next days' })
    await days.getByText('First day: sunrise 06:20, sunset 17:00, daylight 10 h 40 min').waitFor()
    await days.getByText(/, confirmed 6 min ago$/).waitFor()
    await page.goto(`${open.url}/providers`)
    const found = page.getByRole('region', { name: 'Disagreements' })
    await found.getByText('Open-Meteo and MET Norway disagree about temperature since').waitFor()
    await found.getByRole('link', { name: 'Shanghai' }).click()
    await page.getByRole('heading', { level: 1, name: 'Shanghai, CN' }).waitFor()
    await page.close()
  })

  it('filter by the address, and act on what is filtered', async () => {
    const page = await browser().newPage()
    await page.goto(`${open.url}/cities?late=true`)
    await page
      .getByRole('button', { name: 'Refresh this city …' })
      .or(page.getByRole('button', { name: /^Refresh these \d+ …$/ }))
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('cities are due.').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox', { name: 'Name begins with' }).fill('zzz')
    await page.keyboard.press('Enter')
    await page.getByText('No city matches.').waitFor()
    expect(new URL(page.url()).search).toBe('?late=true&q=zzz')
    await page.getByRole('button', { name: 'Clear the filters' }).click()
    await page.getByText('100 cities', { exact: true }).waitFor()
    await page.close()
  })

  it('filter runs by the address, and go back through what they looked at', async () => {
    const page = await browser().newPage()
    await page.goto(`${open.url}/runs`)
    const job = page.getByLabel('Job')
    await job.selectOption('refresh')
    await expect.poll(() => new URL(page.url()).search).toBe('?kind=refresh')
    await page.getByLabel('Status').selectOption('FAILURE')
    await page.getByLabel('Started by').selectOption('cli')
    await expect
      .poll(() => new URL(page.url()).search)
      .toBe('?kind=refresh&status=FAILURE&trigger=cli')
    await page.goBack()
    await page.goBack()
    await expect.poll(() => page.getByLabel('Status').inputValue()).toBe('')
    expect(await job.inputValue()).toBe('refresh')
    await page.goBack()
    await expect.poll(() => job.inputValue()).toBe('')
    await page.getByRole('link', { name: 'Refresh all cities' }).first().waitFor()
    await page.close()
  })

  it('see a chart in the colours of the look they change to', async () => {
    const page = await browser().newPage({ colorScheme: 'light' })
    await page.goto(`${open.url}/cities/1796236`)
    const canvas = page.locator('.chart canvas')
    const picture = () =>
      page.evaluate<string>('document.querySelector(".chart canvas").toDataURL()')
    await canvas.waitFor()
    const light = await picture()
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(picture).not.toBe(light)
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(picture).toBe(light)
    await page.close()
  })

  it('are asked for a token again once theirs is revoked, and come back to where they were', async () => {
    const token = await createToken(guarded.db, 'read', { name: 'leaving' })
    const context = await browser().newContext()
    const page = await context.newPage()
    const signIn = async (one: string) => {
      await page.getByLabel('Token').fill(one)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByText('1 city', { exact: true }).waitFor()
    }
    await page.goto(`${guarded.url}/cities?q=toky`)
    await signIn(token)
    await revokeToken(guarded.db, 'leaving', NOW)
    // What is known of a token is kept for seconds.
    guarded.api.clock.now = new Date(guarded.api.clock.now.getTime() + 10_000)
    await page.getByRole('searchbox', { name: 'Name begins with' }).fill('tokyo')
    await page.keyboard.press('Enter')
    await page.getByText('was revoked, or has expired').waitFor()
    expect(await page.title()).toBe('Sign in · Weather247')
    await signIn(await createToken(guarded.db, 'read', { name: 'staying' }))
    expect(page.url()).toBe(`${guarded.url}/cities?q=tokyo`)
    await context.close()
  })

  it('sign in with a token; one that may only read sees why it may not act', async () => {
    const token = await createToken(guarded.db, 'read', { name: 'reader' })
    const context = await browser().newContext()
    const page = await context.newPage()
    await page.goto(`${guarded.url}/runs`)
    await page.getByLabel('Token').fill('w247_wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('not known here').waitFor()
    await page.getByLabel('Token').fill(token)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor()
    await page.locator('[data-live="live"]').waitFor()

    const kept = await page.evaluate<string>(
      'JSON.stringify([{ ...localStorage }, document.cookie])',
    )
    expect(kept).not.toContain('w247_')
    const button = page.getByRole('button', { name: 'Run now: refresh all cities' })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await button.click({ force: true })
    await page.getByText('This needs the role operate; yours is read.').first().waitFor()
    const reading = await context.newPage()
    for (const path of ['/runs', `/runs/${running.taskId}`, '/cities', '/cities/1850147']) {
      await expectNoAction(reading, path, true)
    }
    for (const path of ['/', '/providers', '/system']) await expectNoAction(reading, path, false)
    await reading.getByText('This needs the role admin; yours is read.').waitFor()
    const access = reading.getByRole('region', { name: 'Access' })
    await access.getByText('reader, role read.').waitFor()
    await access.getByRole('link', { name: 'Temporal Web UI' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Token').waitFor()
    expect(guarded.api.temporal.schedules.states.get('refresh-all-cities')?.started).toBe(0)
    await context.close()
  })
})
