import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { BUILT_DASHBOARD_VARIABLE } from '../support/dashboard/dashboard-scene.ts'

const MOST_BYTES = 60 * 1024

test('all scripts together weigh 60 KB at most as they are sent', () => {
  const folder = join(process.env[BUILT_DASHBOARD_VARIABLE] ?? '', 'assets')
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const bytes = scripts.map((name) => gzipSync(readFileSync(join(folder, name))).length)
  expect(scripts.length).toBeGreaterThan(0)
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(MOST_BYTES)
})
