import { describe, expect, it } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { chromiumPath } from '../support/dashboard/chromium.ts'
import { ended, listedOf, RUNNING_TASK, running } from '../support/dashboard/dashboard-scene.ts'
import { startCuttableProxy } from '../support/services/cuttable-proxy.ts'
import { withBrowser, withScene } from '../support/dashboard/with-scene.ts'

const scene = withScene({ limits: { heartbeatMs: 500, eventsMs: 200 } })
const browser = withBrowser()

const isLive = (page: Page) => page.locator('[data-live="live"]').waitFor()

async function opened(context: BrowserContext, path = '/', url = scene.url): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url + path)
  await isLive(page)
  return page
}

describe.skipIf(chromiumPath === undefined)('what is live', () => {
  it('ten tabs share one stream, and another leads when the first is closed', async () => {
    const context = await browser().newContext()
    const streams: Page[] = []
    context.on('request', (request) => {
      if (request.url().endsWith('/monitoring/events')) streams.push(request.frame().page())
    })
    const pages: Page[] = []
    for (let tab = 0; tab < 10; tab++) pages.push(await opened(context, '/runs'))
    expect(streams).toEqual([pages[0]])
    await pages[0]?.close()
    await expect.poll(() => streams.length).toBe(2)
    for (const page of pages.slice(1)) await isLive(page)
    expect(pages.slice(1)).toContain(streams[1])
    await context.close()
  })

  it('a page that lost the API says since when, keeps what it had, and finds back', async () => {
    const proxy = await startCuttableProxy({
      host: '127.0.0.1',
      port: Number(new URL(scene.url).port),
    })
    const url = `http://127.0.0.1:${proxy.port}`
    const page = await opened(await browser().newContext(), '/', url)
    await page.getByRole('heading', { level: 1, name: /cities are late/ }).waitFor()
    await proxy.cut()
    await page.getByText(/^not live since \d\d:\d\d/).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('are late')
    await proxy.mend()
    await isLive(page)
    await page.context().close()
    await proxy.close()
  })

  it('a run moves by its events, and its end is shown without another look', async () => {
    const { temporal } = scene.api
    const page = await opened(await browser().newContext(), `/runs/${RUNNING_TASK}`)
    const bar = page.getByRole('progressbar', { name: 'Progress' })
    await bar.waitFor()
    const progress = { ...running.progress!, done: 80, waiting: 19 }
    temporal.tasks.set(RUNNING_TASK, { ...running, progress })
    await page.getByText('81 of 100').waitFor()
    const done = { ...ended, taskId: RUNNING_TASK, workflowId: running.workflowId }
    temporal.tasks.set(RUNNING_TASK, { ...done, closedAt: new Date(scene.api.clock.now.getTime()) })
    temporal.page = { tasks: [{ ...listedOf(done), closedAt: scene.api.clock.now }] }
    await page.getByText('100 cities, 94 ok, 2 partial, 1 failed, 3 left, 12 fallbacks.').waitFor()
    expect(await bar.count()).toBe(0)
    await page.context().close()
  })

  it('an API that closes does not wait for its listeners', async () => {
    const page = await opened(await browser().newContext())
    await scene.api.app.close()
    await page.getByText(/^not live since/).waitFor()
    await page.context().close()
  })
})
