import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toConfig } from '../platform/config.ts'
import { inheritedVariables, readEnv } from '../platform/env.ts'
import { writeInstanceFile } from '../platform/instance-file.ts'
import { EXIT } from './exit-codes.ts'
import { findTarget } from './target.ts'

/** What whoever runs the tests has set. */
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

const startDemo = () =>
  writeInstanceFile(toConfig(readEnv(inheritedVariables()), { mode: 'demo' }).dataDir, {
    mode: 'demo',
    startedAt: '2026-11-22T10:30:00Z',
    apiUrl: 'http://127.0.0.1:1',
    temporalAddress: '127.0.0.1:2',
    temporalNamespace: 'default',
    databaseUrl: 'postgres://127.0.0.1:3/postgres',
  })

test('without an instance it is said where none runs', async () => {
  await expect(findTarget(['live'])).rejects.toMatchObject({
    exitCode: EXIT.cannotRun,
    message: expect.stringContaining(`no instance runs on ${join(dir, 'data')}`) as string,
  })
})

test('what is for live data only says that it has found a demo', async () => {
  await startDemo()
  await expect(findTarget(['live'])).rejects.toMatchObject({
    exitCode: EXIT.cannotRun,
    message: 'only a demo runs here; further workers and APIs are for live data',
    next: expect.stringContaining('weather247 up') as string,
  })
})
