import { afterAll, beforeAll } from 'vitest'
import type { Browser } from 'playwright-core'
import { fixture } from '../fixtures/fixture.ts'
import { chromiumPath, launchChromium } from './chromium.ts'
import { startScene, type DashboardScene, type SceneOptions } from './dashboard-scene.ts'

/** Not even started where there is no browser to show it. */
const NOTHING = { close: async () => undefined }

export const withScene = (options: SceneOptions = {}): DashboardScene =>
  fixture(() => (chromiumPath === undefined ? (NOTHING as DashboardScene) : startScene(options)))

/** Answers the browser of this file. */
export function withBrowser(): () => Browser {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (chromiumPath !== undefined) browser = await launchChromium()
  })
  afterAll(async () => browser?.close())
  return () => {
    if (!browser) throw new Error('a browser exists in hooks and tests only')
    return browser
  }
}
