import type { Page } from 'playwright-core'

/** Of each page, what a person has to see of an outage of Open-Meteo; fails where one does not show it. */
export async function seeOutage(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page
    .getByRole('heading', { level: 1, name: /Open-Meteo does not answer.*MET Norway/ })
    .waitFor()
  const needs = page.getByRole('region', { name: 'Needs you' })
  await needs
    .getByText(/^Open-Meteo does not answer: [1-9]\d* cities; .*serves? instead\.$/)
    .waitFor()

  await needs.getByRole('link', { name: 'incidents' }).click()
  const incidents = page.getByRole('region', { name: 'Incidents' })
  await incidents
    .getByText(/^Open-Meteo does not answer: [1-9]\d* cities/)
    .first()
    .waitFor()
  const row = page.getByRole('row', { name: /^Open-Meteo/ })
  await row
    .getByText(/failed mostly with|circuit|requests failed/)
    .first()
    .waitFor()

  await page.goto(`${url}/cities/${CAPE_TOWN}`)
  const origin = page.getByRole('region', { name: 'How this value came about' })
  await origin
    .getByText(/Open-Meteo: (unavailable|circuit open)/)
    .first()
    .waitFor()
  await origin
    .getByText('MET Norway: ok')
    .or(origin.getByText('MET Norway: remembered'))
    .first()
    .waitFor()

  await page.goto(`${url}/runs?kind=refresh`)
  const list = page.getByRole('region', { name: 'Table of runs' })
  await list.getByRole('link', { name: 'Refresh all cities' }).first().click()
  const causes = page.getByRole('region', { name: 'Causes' })
  await causes
    .getByRole('row', { name: /^Open-Meteo (unavailable|circuit open) \d+$/ })
    .first()
    .waitFor()
}

/** That it is over, once the provider serves again. */
export async function seeRecovery(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.locator('.verdict[data-rule]:not([data-rule="incident"])').waitFor()
  await page.goto(`${url}/providers`)
  const incidents = page.getByRole('region', { name: 'Incidents' })
  await incidents
    .getByText(/serves again since/)
    .first()
    .waitFor()
}

/** That little is left of a provider's day, where it is counted. */
export async function seeNearlySpent(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/providers`)
  const row = page.getByRole('row', { name: /^Open-Meteo/ })
  await row.getByText(/^(9.9\d\d|10.000) of 10.000 calls this day$/).waitFor()
  await row.getByRole('img', { name: 'Open-Meteo, used of this day: 100 %' }).waitFor()
}

/** That what is known of it is shown on, and that each who was asked had nothing. */
export async function seeLostCity(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/cities/${DUBAI}`)
  await page.getByRole('heading', { level: 1, name: 'Dubai, AE' }).waitFor()
  const origin = page.getByRole('region', { name: 'How this value came about' })
  await origin
    .getByText(/Open-Meteo: (?!ok)/)
    .first()
    .waitFor()
  await origin
    .getByText(/MET Norway: (?!ok)/)
    .first()
    .waitFor()
}

const DUBAI = 292223

/** Far from every airport that the emulator has. */
const CAPE_TOWN = 3369157
