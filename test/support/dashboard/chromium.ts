import { chromium, type Browser, type Page } from 'playwright-core'

/** Where Chromium is, for tests in a browser; undefined skips them. */
export const chromiumPath = process.env['TEST_CHROMIUM']

const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

/** In a container there is neither a sandbox nor much shared memory. */
export const launchChromium = (executablePath = chromiumPath): Promise<Browser> =>
  chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--no-first-run', ...QUIET],
  })

/** What a page must not do: ask another host, break its own policy, or write an error. */
export interface Complaints {
  readonly foreign: string[]
  readonly errors: string[]
}

/** Refuses every host but the page's own, and writes down what goes wrong. */
export async function watched(page: Page, origin: string): Promise<Complaints> {
  const complaints: Complaints = { foreign: [], errors: [] }
  await page.route('**/*', async (route) => {
    const url = route.request().url()
    if (url.startsWith(origin)) return route.continue()
    complaints.foreign.push(url)
    return route.abort()
  })
  page.on('console', (message) => {
    // Of a machine that is busy, health may say 503: that is what it is asked for.
    const { url } = message.location()
    if (url.endsWith('/monitoring/health')) return
    if (message.type() === 'error') complaints.errors.push(`${message.text()} ${url}`)
  })
  page.on('pageerror', (error) => complaints.errors.push(error.message))
  return complaints
}
