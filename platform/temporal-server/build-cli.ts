import { spawn } from 'node:child_process'
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { OutputTail } from '../processes/output-tail.ts'
import { tryLock, type LockHolder, type ProcessLock } from '../processes/process-lock.ts'
import { askCliVersion, PINNED_CLI_VERSION } from './cli-version.ts'
import { checkGoToolchain } from './go-toolchain.ts'

export interface BuildOptions {
  readonly cacheDir: string
  /** The folder of the committed Go module that pins the release. */
  readonly moduleDir: string
  readonly env: NodeJS.ProcessEnv
  readonly onProgress: (message: string) => void
  /** How often a second process looks whether the first has finished. */
  readonly pollMs?: number
  /** For tests on a small disk. */
  readonly cachesBytes?: number
}

const PROGRESS_EVERY_MS = 5_000
const COMMAND = 'github.com/temporalio/cli/cmd/temporal'
const LINKER_FLAGS = `-s -w -X github.com/temporalio/cli/temporalcli.Version=${PINNED_CLI_VERSION}`

export function builtCliPath(cacheDir: string): string {
  return path.join(cacheDir, `temporal-${PINNED_CLI_VERSION}`)
}

/** Builds the pinned release from Go modules alone; about four minutes the first time. */
export async function buildCli(options: BuildOptions): Promise<string> {
  const target = builtCliPath(options.cacheDir)
  const lock = await waitForLock(options)
  try {
    if (lock.hasWaited && (await exists(target))) return target
    await access(path.join(options.moduleDir, 'go.mod'))
    await checkGoToolchain(options)
    await build(options, target)
    return target
  } finally {
    await lock.release()
  }
}

async function waitForLock(options: BuildOptions): Promise<ProcessLock & { hasWaited: boolean }> {
  const file = `${builtCliPath(options.cacheDir)}.lock`
  const report = everySoOften(options.onProgress)
  for (let hasWaited = false; ; hasWaited = true) {
    const attempt = await tryLock(file)
    if ('lock' in attempt) return { ...attempt.lock, hasWaited }
    report(waitingFor(attempt.holder))
    await sleep(options.pollMs ?? 1_000)
  }
}

function waitingFor({ pid, since }: LockHolder): string {
  return `waiting for process ${pid}, which builds the Temporal CLI since ${since}`
}

async function build(options: BuildOptions, target: string): Promise<void> {
  await removeDrafts(target)
  const draft = `${target}.part-${process.pid}`
  options.onProgress(
    `building the Temporal CLI ${PINNED_CLI_VERSION} with Go; ` +
      'the first time takes about 4 minutes and 4 GB in the Go caches',
  )
  try {
    await runGo(options, draft)
    await askCliVersion(draft)
    await rename(draft, target)
  } finally {
    await rm(draft, { force: true })
  }
}

async function runGo({ env, moduleDir, onProgress }: BuildOptions, draft: string): Promise<void> {
  const child = spawn('go', goArgs(draft), {
    cwd: moduleDir,
    env: { ...env, CGO_ENABLED: '0', GOFLAGS: '-modcacherw', GOWORK: 'off' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const words = new OutputTail()
  const count = { packages: 0, downloads: 0 }
  createInterface({ input: child.stderr }).on('line', (line) => {
    words.add(line)
    if (line.startsWith('go: downloading')) count.downloads += 1
    else count.packages += 1
  })
  const startedAtMs = Date.now()
  const progress = setInterval(() => {
    const seconds = String(Math.round((Date.now() - startedAtMs) / 1_000))
    onProgress(
      `building the Temporal CLI: ${count.downloads} modules fetched, ` +
        `${count.packages} packages compiled, ${seconds} s`,
    )
  }, PROGRESS_EVERY_MS)
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    if (code !== 0) {
      throw new Error(`go build failed:\n    ${words.lines().slice(-8).join('\n    ')}`)
    }
  } finally {
    clearInterval(progress)
  }
}

function goArgs(output: string): string[] {
  const reproducible = ['-mod=readonly', '-trimpath', '-buildvcs=false']
  return ['build', '-v', ...reproducible, '-ldflags', LINKER_FLAGS, '-o', output, COMMAND]
}

/** Leftovers of a killed build; the lock shows that no build is writing one now. */
async function removeDrafts(target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true })
  for (const name of await readdir(path.dirname(target))) {
    if (name.startsWith(`${path.basename(target)}.part-`)) {
      await rm(path.join(path.dirname(target), name), { force: true })
    }
  }
}

function everySoOften(onProgress: (message: string) => void): (message: string) => void {
  let lastAtMs = 0
  return (message) => {
    if (Date.now() - lastAtMs < PROGRESS_EVERY_MS) return
    lastAtMs = Date.now()
    onProgress(message)
  }
}

async function exists(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  )
}
