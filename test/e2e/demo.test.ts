import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STARTER_CITIES } from '../../cli/cities/starter-cities.ts'
import { processTree, stillRunning } from '../support/processes/process-tree.ts'
import { startProduct, type Product } from '../support/processes/product.ts'
import { callOf, documentedLines, wordsOf } from '../support/readme.ts'
import { chromiumPath, launchChromium, watched } from '../support/dashboard/chromium.ts'
import {
  seeLostCity,
  seeNearlySpent,
  seeOutage,
  seeRecovery,
} from '../support/dashboard/outage-pages.ts'

const lines = documentedLines()
const commands = lines.filter((line) => line.startsWith('npx weather247 '))
const calls = lines.filter((line) => line.startsWith('curl '))

interface Current {
  readonly simulated: boolean
  readonly age_seconds: number
  readonly city: { readonly name: string }
  readonly source: { readonly provider: string | null }
}

/** The supervisor, Temporal with its watcher, the database, the emulator, the workers and the API. */
const PARTS = 7

interface Incident {
  readonly cause: string
  readonly cities_affected: number
  readonly served_by: Readonly<Record<string, number>>
}

interface Service {
  readonly service: string
  readonly windows: readonly { readonly window: string; readonly remaining: number }[]
}

/** Each in a browser of its own, so that each has a stream. */
async function openPages(browser: Browser, url: string): Promise<Page[]> {
  const pages: Page[] = []
  for (const path of ['/', '/cities', '/runs']) {
    const page = await (await browser.newContext()).newPage()
    await page.goto(url + path)
    await page.locator('[data-live="live"]').waitFor()
    pages.push(page)
  }
  return pages
}

describe('the demo, started as a user starts it', () => {
  let product: Product
  let browser: Browser | undefined

  beforeAll(async () => {
    product = await startProduct('demo')
    if (chromiumPath !== undefined) browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await product.close()
  })

  async function openPage(): Promise<Page> {
    if (!browser) throw new Error('there is no browser')
    return browser.newPage()
  }

  const incidents = async (query: string): Promise<Incident[]> => {
    const answer = await fetch(`${product.url}/api/weather/incidents?${query}`)
    return ((await answer.json()) as { incidents: Incident[] }).incidents
  }

  it('says where everything is, and that its data is simulated', () => {
    expect(product.output()).toContain(product.url)
    expect(product.output()).toContain(product.webUiUrl)
    expect(product.output()).toMatch(/simulated/i)
  })

  it('has refreshed every starter city, each with an age and a marked source', async () => {
    const response = await fetch(`${product.url}/api/weather/cities?limit=1000`)
    const { cities } = (await response.json()) as { cities: { id: number }[] }
    expect(cities).toHaveLength(STARTER_CITIES)
    for (const { id } of cities) {
      const answer = await fetch(`${product.url}/api/weather/current/${id}`)
      expect(answer.status).toBe(200)
      const current = (await answer.json()) as Current
      expect(current.simulated).toBe(true)
      expect(current.age_seconds).toBeLessThan(15 * 60)
    }
  })

  it('has its schedule in place and its runs in the Web UI', async () => {
    const list = await product.run(['temporal', 'schedule', 'list'])
    expect(list.stdout).toContain('refresh-all-cities')
    const ui = await fetch(`${product.webUiUrl}/namespaces/default/workflows`)
    expect(ui.status).toBe(200)
    const runs = await product.run(['temporal', 'workflow', 'list'])
    expect(runs.stdout).toContain('refreshAllCities')
  })

  it.each(commands)('%s', async (line) => {
    const { code, stdout, stderr } = await product.run(wordsOf(line).slice(2))
    expect(stderr).not.toMatch(/error/i)
    expect({ code, line }).toEqual({ code: 0, line })
    expect(stdout).not.toBe('')
  })

  it.each(calls)('%s', async (line) => {
    const { url, method, headers, body } = callOf(line)
    const here = url.replace('http://127.0.0.1:8247', product.url)
    const response = await fetch(here, { method, headers, ...(body !== undefined && { body }) })
    expect(response.ok).toBe(true)
  })

  it.skipIf(chromiumPath === undefined)(
    'shows its weather to people, marked as simulated',
    async () => {
      const page = await openPage()
      const complaints = await watched(page, product.url)
      await page.goto(product.url)
      await page.getByText('Demo: the weather is simulated.').waitFor()
      await page.locator('[data-live="live"]').waitFor()
      await page.locator('.verdict[data-rule]').waitFor()
      const map = await fetch(`${product.url}/api/weather/cities/map`)
      const { id: ids } = (await map.json()) as { id: number[] }
      expect(ids.length).toBeGreaterThanOrEqual(100)
      await page.locator(`canvas[data-drawn="${ids.length}"]`).waitFor()
      expect(complaints).toEqual({ foreign: [], errors: [] })
      await page.close()
    },
  )

  // Before the outage: what MET Norway served is kept for a while, and no fault takes it away.
  it('shows a city for which no one answers, and why', async () => {
    const lost = await product.run(['demo', 'lose', '--for', '1h'])
    expect(lost).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^No one answers for Dubai, for 60 min [^]*is served on, and grows old/,
      ),
    })
    if (browser) await seeLostCity(await openPage(), product.url)
    expect((await product.run(['demo', 'mend'])).stdout).toContain('well again')
    const again = await product.run(['refresh', '--cities', 'Dubai', '--max-age', '0', '--wait'])
    expect(again.code).toBe(0)
  })

  it('D6: shows an outage, who served instead, and the recovery', async () => {
    const unreachable = async () => {
      const found = await incidents('provider=open-meteo')
      return found.filter(({ cause }) => cause === 'unreachable')
    }
    // Where the minute's quota is used up, nothing is sent until the next one.
    await expect
      .poll(
        async () => {
          const broken = await product.run(['demo', 'break', 'open-meteo', '--for', '1h'])
          expect(broken.code).toBe(0)
          return unreachable()
        },
        { timeout: 120_000 },
      )
      .toMatchObject([{ status: 'open', recovered_at: null }])
    const [open] = await unreachable()
    expect(open?.cities_affected).toBeGreaterThan(0)
    expect(Object.keys(open?.served_by ?? {})).toContain('met-norway')
    if (browser) await seeOutage(await openPage(), product.url)

    expect((await product.run(['demo', 'mend'])).stdout).toContain('well again')
    await expect
      .poll(
        async () => {
          await product.run(['refresh', '--max-age', '0', '--wait'])
          return unreachable()
        },
        { timeout: 120_000 },
      )
      .toMatchObject([{ status: 'recovering', recovered_at: expect.any(String) }])
    if (browser) await seeRecovery(await openPage(), product.url)
  })

  it('D6: watches a provider until it is well again', async () => {
    const args = ['demo', 'break', 'open-meteo', '--for', '15s', '--watch']
    const { code, stdout, stderr } = await product.run(args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('Waiting until') })
    expect(stdout).toContain('answers every request with 503, for 15 s')
    expect(stdout.slice(stdout.lastIndexOf('┌'))).toContain('recovering')
  })

  it('shows a quota that is nearly used up, and gives it back', async () => {
    const left = async (): Promise<number> => {
      const answer = await fetch(`${product.url}/api/weather/monitoring/quota`)
      const { services } = (await answer.json()) as { services: readonly Service[] }
      const day = services
        .find(({ service }) => service === 'open-meteo')
        ?.windows.find(({ window }) => window === 'day')
      return day?.remaining ?? Number.NaN
    }
    const args = ['demo', 'break', 'open-meteo', '--kind', 'nearly-spent', '--for', '1h']
    expect((await product.run(args)).code).toBe(0)
    await expect.poll(left, { timeout: 30_000 }).toBeLessThanOrEqual(40)
    if (browser) await seeNearlySpent(await openPage(), product.url)
    expect((await product.run(['demo', 'mend'])).stdout).toContain('well again')
    await expect.poll(left, { timeout: 30_000 }).toBeGreaterThan(40)
  })

  it('refuses a second start on the same data', async () => {
    const second = await product.run(['demo'])
    expect(second.code).toBe(3)
    expect(second.stderr).toContain(product.dataDir)
  })

  it('ends at Ctrl+C though pages are open, without leaving a process, and finds its data again', async () => {
    const pages = browser ? await openPages(browser, product.url) : []
    const tree = processTree(product.process.pid ?? 0)
    expect(tree.length).toBeGreaterThanOrEqual(PARTS)
    expect(await product.end('SIGINT')).toBe(0)
    for (const page of pages) await page.getByText(/^not live since/).waitFor()
    expect(stillRunning(tree)).toEqual([])
    await product.start()
    const response = await fetch(`${product.url}/api/weather/current?city=Tokyo`)
    expect(response.status).toBe(200)
  })

  it('leaves no process behind when it is killed', async () => {
    const tree = processTree(product.process.pid ?? 0)
    expect(tree.length).toBeGreaterThanOrEqual(PARTS)
    await product.end('SIGKILL')
    await expect.poll(() => stillRunning(tree), { timeout: 40_000 }).toEqual([])
  })
})
