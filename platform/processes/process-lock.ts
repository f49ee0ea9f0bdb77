import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { identify, isRunning, type ProcessIdentity } from './process-identity.ts'

export interface LockHolder extends ProcessIdentity {
  /** ISO time at which the lock was taken, for people. */
  readonly since: string
}

export interface ProcessLock {
  readonly release: () => Promise<void>
}

export type LockAttempt = { lock: ProcessLock } | { holder: LockHolder }

const MAX_ATTEMPTS = 5

/** Takes the lock file for this process, also from a holder that no longer lives. */
export async function tryLock(file: string): Promise<LockAttempt> {
  await mkdir(path.dirname(file), { recursive: true })
  const content = JSON.stringify({ ...identify(process.pid), since: new Date().toISOString() })
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (await createWhole(file, content)) return { lock: { release: () => release(file, content) } }
    const found = await readText(file)
    if (found === undefined) continue
    const holder = parseHolder(found)
    if (holder !== undefined && isRunning(holder)) return { holder }
    await removeStale(file, found)
  }
  throw new Error(`cannot take the lock ${file}: other processes keep changing it`)
}

/** Appears with all its content or not at all: a reader never meets a half-written lock. */
async function createWhole(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`
  try {
    await writeFile(draft, content, { flag: 'wx' })
    await link(draft, file)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    return await createWithoutLinks(file, content)
  } finally {
    await rm(draft, { force: true })
  }
}

async function createWithoutLinks(file: string, content: string): Promise<boolean> {
  try {
    await writeFile(file, content, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves the file away first: if a faster process has replaced it meanwhile, it is put back. */
async function removeStale(file: string, expected: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if ((await readText(aside)) !== expected) await link(aside, file).catch(() => undefined)
  await rm(aside, { force: true })
}

async function release(file: string, content: string): Promise<void> {
  if ((await readText(file)) === content) await rm(file, { force: true })
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function parseHolder(text: string): LockHolder | undefined {
  try {
    const value = JSON.parse(text) as Partial<LockHolder> | null
    if (typeof value?.pid !== 'number') return undefined
    return { pid: value.pid, startTicks: value.startTicks ?? null, since: value.since ?? 'unknown' }
  } catch {
    return undefined
  }
}
