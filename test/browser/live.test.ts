import { describe, expect, it } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { HTTP_LIMITS } from '../../api/http-limits.ts'
import { chromiumPath } from '../support/dashboard/chromium.ts'
import { ended, listedOf, RUNNING_TASK, running } from '../support/dashboard/dashboard-scene.ts'
import { startCuttableProxy } from '../support/services/cuttable-proxy.ts'
import { withBrowser, withScene } from '../support/dashboard/with-scene.ts'

const scene = withScene({
  // Beats would hide what is not sent.
  limits: { heartbeatMs: 600_000, eventsMs: 200, changesMs: 200 },
})
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
    const context = await browser().newContext()
    await context.clock.install()
    const page = await opened(context, '/', url)
    await page.getByRole('heading', { level: 1, name: /cities are late/ }).waitFor()
    await page.getByText('confirmed 3 h 20 min ago.').waitFor()
    await proxy.cut()
    await page.getByText(/^not live since \d\d:\d\d/).waitFor()
    const since = /^Weather247 does not answer since \d\d:\d\d\.$/
    await page.getByRole('heading', { level: 1, name: since }).waitFor()
    await page.getByRole('status').getByText(since).waitFor()
    await page.getByText(/^Before that: .* are late/).waitFor()
    await context.clock.fastForward('05:00')
    await page.getByText('confirmed 3 h 25 min ago.').waitFor()
    await proxy.mend()
    await isLive(page)
    await page.getByRole('heading', { level: 1, name: /cities are late/ }).waitFor()
    await page.context().close()
    await proxy.close()
  })

  it('a run of 500 cities moves by its events, and its end says what the last of them said', async () => {
    expect(HTTP_LIMITS.eventsMs).toBeLessThanOrEqual(1_000)
    const { temporal, clock } = scene.api
    const stepTo = (done: number) => {
      const counts = { total: 500, done, failed: 0, joined: 0, waiting: 500 - done }
      temporal.tasks.set(RUNNING_TASK, {
        ...running,
        progress: { ...running.progress!, ...counts },
      })
    }
    stepTo(0)
    const page = await opened(await browser().newContext(), `/runs/${RUNNING_TASK}`)
    const bar = page.getByRole('progressbar', { name: 'Progress' })
    for (const done of [100, 200, 300, 400, 500]) {
      stepTo(done)
      await page.getByText(`${done} of 500`).waitFor()
      expect(await bar.getAttribute('aria-valuenow')).toBe(String(done / 5))
    }
    const result = {
      ...ended.result!,
      total: 500,
      ok: 500,
      partial: 0,
      failed: 0,
      left: 0,
      fallbacks: 0,
    }
    const closedAt = new Date(clock.now.getTime())
    const done = {
      ...ended,
      result,
      taskId: RUNNING_TASK,
      workflowId: running.workflowId,
      closedAt,
    }
    temporal.tasks.set(RUNNING_TASK, done)
    temporal.page = { tasks: [listedOf(done)] }
    await page.getByText('500 cities, 500 ok.').waitFor()
    expect(await bar.count()).toBe(0)
    await page.context().close()
  })

  it('what somebody else changes is shown without another look', async () => {
    const page = await opened(await browser().newContext(), '/runs')
    await page.getByRole('button', { name: 'Pause Refresh all cities' }).waitFor()
    const { temporal, clock } = scene.api
    await temporal.schedules.pause('refresh-all-cities', 'upstream is down')
    // What was counted a few seconds ago is counted again.
    clock.now = new Date(clock.now.getTime() + 20_000)
    await page.getByText('“upstream is down”').waitFor()
    await temporal.schedules.resume('refresh-all-cities', '')
    await page.context().close()
  })

  it('an API that closes does not wait for its listeners', async () => {
    const page = await opened(await browser().newContext())
    await scene.api.app.close()
    await page.getByText(/^not live since/).waitFor()
    await page.context().close()
  })
})
