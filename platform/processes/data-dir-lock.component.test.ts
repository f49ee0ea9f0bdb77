import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lockDataDir } from './data-dir-lock.ts'
import { identify, isRunning } from './process-identity.ts'
import { tryLock } from './process-lock.ts'

const newDir = () => mkdtemp(path.join(tmpdir(), 'lock-'))
const lockFile = (dir: string) => path.join(dir, 'instance.lock')
const writeLock = (dir: string, holder: object) =>
  writeFile(lockFile(dir), JSON.stringify({ since: 'yesterday', ...holder }))

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid!
}

test('a second start is refused with the pid and the directory', async () => {
  const dir = await newDir()
  const lock = await lockDataDir(dir)
  await expect(lockDataDir(dir)).rejects.toThrow(
    `the data directory ${dir} is in use by process ${process.pid} since`,
  )
  await lock.release()
})

test('a released directory is free again and nothing is left in it', async () => {
  const dir = await newDir()
  await (await lockDataDir(dir)).release()
  expect(await readdir(dir)).toEqual([])
  await (await lockDataDir(dir)).release()
})

test('a lock whose process has died is taken over', async () => {
  const dir = await newDir()
  await writeLock(dir, { pid: await deadPid(), startTicks: 1 })
  await (await lockDataDir(dir)).release()
})

test.runIf(process.platform === 'linux')(
  'a pid that another process reuses holds no lock',
  async () => {
    const dir = await newDir()
    await writeLock(dir, { ...identify(process.pid), startTicks: 1 })
    await (await lockDataDir(dir)).release()
  },
)

test('a lock file that says nothing holds no lock', async () => {
  const dir = await newDir()
  await writeFile(lockFile(dir), '')
  await (await lockDataDir(dir)).release()
})

test('one of many gets a stale lock', async () => {
  const dir = await newDir()
  await writeLock(dir, { pid: await deadPid(), startTicks: 1 })
  const attempts = await Promise.all(Array.from({ length: 8 }, () => tryLock(lockFile(dir))))
  expect(attempts.filter((attempt) => 'lock' in attempt)).toHaveLength(1)
  expect(await readdir(dir)).toEqual(['instance.lock'])
})

test('releasing leaves a lock alone that is no longer ours', async () => {
  const dir = await newDir()
  const lock = await lockDataDir(dir)
  await writeLock(dir, { pid: 1, startTicks: null })
  await lock.release()
  expect(await readFile(lockFile(dir), 'utf8')).toContain('yesterday')
})

test('a dead process is not running, ours is', async () => {
  expect(isRunning(identify(process.pid))).toBe(true)
  expect(isRunning({ pid: await deadPid(), startTicks: null })).toBe(false)
})
