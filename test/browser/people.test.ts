import { describe, expect, it } from 'vitest'
import { chromiumPath } from '../support/dashboard/chromium.ts'
import { withBrowser, withScene } from '../support/dashboard/with-scene.ts'
import { createToken } from '../support/data/api-tokens.ts'

const open = withScene()
const guarded = withScene({ tokens: 'stored' })
const browser = withBrowser()

describe.skipIf(chromiumPath === undefined)('people', () => {
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
    await keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await keyboard.press('g')
    await keyboard.press('r')
    await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor()
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

  it('sign in with a token; one that may only read is told why it may not act', async () => {
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
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Token').waitFor()
    expect(guarded.api.temporal.schedules.states.get('refresh-all-cities')?.started).toBe(0)
    await context.close()
  })
})
