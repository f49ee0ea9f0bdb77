import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { toConfig } from '../../platform/config/config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { SettingsError } from '../../platform/config/settings-error.ts'
import { chooseLayout } from './layout.ts'

// An instance that this machine has already had may have stored a token.
const dataDir = mkdtempSync(join(tmpdir(), 'weather247-layout-'))
afterAll(() => {
  rmSync(dataDir, { recursive: true })
})

const layoutOf = (variables: Record<string, string>, mode: 'live' | 'demo') =>
  chooseLayout(
    toConfig(
      readEnv({
        WEATHER247_DATA_DIR: dataDir,
        PORT: '0',
        WEATHER247_TEMPORAL_PORT: '0',
        WEATHER247_TEMPORAL_UI_PORT: '0',
        ...variables,
      }),
      { mode },
    ),
    {},
  )

test.each(['live', 'demo'] as const)(
  'a %s instance that others could reach is not started',
  async (mode) => {
    for (const HOST of ['0.0.0.0', '::', '192.0.2.1']) {
      await expect(layoutOf({ HOST }, mode)).rejects.toThrow(SettingsError)
    }
  },
)

test('one that has been allowed to be reached is', async () => {
  const layout = await layoutOf({ HOST: '0.0.0.0', WEATHER247_UNPROTECTED_API: 'true' }, 'live')
  expect(layout.apiPort).toBeGreaterThan(0)
})
