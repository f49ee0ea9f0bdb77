import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readInstanceFile, removeInstanceFile, writeInstanceFile } from './instance-file.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'weather247-instance-'))
})
afterEach(() => {
  rmSync(dataDir, { recursive: true })
})

const facts = {
  mode: 'demo',
  startedAt: '2026-01-01T00:00:00.000Z',
  apiUrl: 'http://127.0.0.1:8247',
  temporalAddress: '127.0.0.1:7233',
  temporalNamespace: 'default',
  webUiUrl: 'http://127.0.0.1:8233',
  databaseUrl: 'postgres://postgres@127.0.0.1:5000/postgres',
} as const

function put(content: unknown): void {
  writeFileSync(join(dataDir, 'instance.json'), JSON.stringify(content))
}

test('what is written is read until it is removed', async () => {
  expect(await readInstanceFile(dataDir)).toBeUndefined()
  await writeInstanceFile(dataDir, facts)
  expect(await readInstanceFile(dataDir)).toMatchObject({ ...facts, pid: process.pid })
  expect(readdirSync(dataDir)).toEqual(['instance.json'])
  await removeInstanceFile(dataDir)
  await removeInstanceFile(dataDir)
  expect(await readInstanceFile(dataDir)).toBeUndefined()
})

test('a dead process, and a later one with its id, are not an instance', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  put({ ...facts, pid, startTicks: null })
  expect(await readInstanceFile(dataDir)).toBeUndefined()
  put({ ...facts, pid: process.pid, startTicks: 1 })
  const seen = await readInstanceFile(dataDir)
  expect(seen).toEqual(process.platform === 'linux' ? undefined : expect.anything())
})

test('a file that is not ours is no instance', async () => {
  put({ pid: process.pid, hello: 'world' })
  expect(await readInstanceFile(dataDir)).toBeUndefined()
  writeFileSync(join(dataDir, 'instance.json'), '{"pid":')
  expect(await readInstanceFile(dataDir)).toBeUndefined()
})

test('the file of another living process stays', async () => {
  put({ ...facts, pid: process.ppid, startTicks: null })
  await removeInstanceFile(dataDir)
  expect(await readInstanceFile(dataDir)).toMatchObject({ pid: process.ppid })
})
