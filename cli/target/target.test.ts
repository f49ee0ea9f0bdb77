import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toConfig, type Mode } from '../../platform/config/config.ts'
import { inheritedVariables, readEnv } from '../../platform/config/env.ts'
import { writeInstanceFile } from '../../platform/files/instance-file.ts'
import { EXIT } from '../exit-codes.ts'
import { temporalConfigFile, TEMPORAL_CONFIG_TEXT } from './target-variables.ts'
import { databaseUrlOf, findTarget, findTargetVariables } from './target.ts'

/** The environment of the test run may set these. */
const OURS = /^(WEATHER|TEMPORAL_|DATABASE_|REDIS_)/

let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'weather247-target-'))
  const set = Object.keys(inheritedVariables())
  for (const name of set.filter((one) => OURS.test(one))) vi.stubEnv(name, undefined)
  vi.stubEnv('WEATHER247_DATA_DIR', join(dir, 'data'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(dir, { recursive: true })
})

const DATABASE_URL = 'postgres://127.0.0.1:3/postgres'

async function startInstance(mode: Mode, database: { databaseUrl?: string }): Promise<void> {
  const { dataDir } = toConfig(readEnv(inheritedVariables()), { mode })
  await writeInstanceFile(dataDir, {
    mode,
    startedAt: '2026-11-22T10:30:00Z',
    apiUrl: 'http://127.0.0.1:1',
    temporalAddress: '127.0.0.1:2',
    temporalNamespace: 'default',
    ...database,
  })
  await writeFile(temporalConfigFile(dataDir), TEMPORAL_CONFIG_TEXT)
}

test('without an instance it is said where none runs', async () => {
  await expect(findTarget(['live'])).rejects.toMatchObject({
    exitCode: EXIT.cannotRun,
    message: expect.stringContaining(`no instance runs on ${join(dir, 'data')}`) as string,
  })
})

test('what is for live data only says that it has found a demo', async () => {
  await startInstance('demo', { databaseUrl: DATABASE_URL })
  await expect(findTarget(['live'])).rejects.toMatchObject({
    exitCode: EXIT.cannotRun,
    message: 'only a demo runs here; further workers and APIs are for live data',
    next: expect.stringContaining('weather247 up') as string,
  })
})

test.each(['live', 'demo'] as const)('a running instance is found, in mode %s', async (mode) => {
  await startInstance(mode, { databaseUrl: DATABASE_URL })
  const target = await findTarget()
  expect(target.config).toMatchObject({ mode, temporal: { address: '127.0.0.1:2' } })
  expect(databaseUrlOf(target)).toBe(DATABASE_URL)
  expect(target.instance).toMatchObject({ mode })
})

test('where the database of an instance is external and not set, what to set is said', async () => {
  await startInstance('live', {})
  await expect(findTarget()).rejects.toMatchObject({
    exitCode: EXIT.cannotRun,
    message: 'the running instance uses an external database',
    next: expect.stringContaining('DATABASE_URL') as string,
  })
  expect(await findTargetVariables()).toMatchObject({ TEMPORAL_ADDRESS: '127.0.0.1:2' })
})
