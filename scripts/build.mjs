// Builds dist/: compiled rooms, the files they read, and the workflow bundle. Does nothing when nothing changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { buildDashboard } from './build-dashboard.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

const buildConfig = JSON.parse(readFileSync('tsconfig.build.json', 'utf8'))
const COMPILED_ROOMS = buildConfig.include
// Rooms without TypeScript: copied as they stand.
const COPIED_ROOMS = ['data']
// Bundled for browsers.
const PAGES_ROOM = 'dashboard'
const BUILD_INPUTS = [
  'tsconfig.json',
  'tsconfig.build.json',
  'scripts/tsconfig.client.json',
  'package.json',
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/build-dashboard.mjs',
]

const LOCK_MAX_AGE_MS = 10 * 60_000

const scratch = join('node_modules', '.cache', 'weather247')
const staging = join(scratch, 'dist')
const retired = join(scratch, 'retired')
const lock = join(scratch, 'build.lock')
const stamp = join('dist', '.build-stamp')

mkdirSync(scratch, { recursive: true })
await withLock(async () => {
  const fingerprint = fingerprintOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return
  const startedAt = Date.now()
  try {
    // A build that was killed leaves them behind.
    rmSync(staging, { recursive: true, force: true })
    rmSync(retired, { recursive: true, force: true })
    if (!compile()) {
      console.error('build failed: the compiler reported errors; dist/ was left as it was')
      process.exitCode = 1
      return
    }
    copyAssets()
    await buildDashboard(join(staging, PAGES_ROOM))
    makeExecutable(join(staging, 'cli', 'main.js'))
    replaceDist()
    await bundleWorkflows()
    writeFileSync(stamp, fingerprint)
    console.log(`dist/ built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
  } finally {
    rmSync(staging, { recursive: true, force: true })
    rmSync(retired, { recursive: true, force: true })
  }
})

/** The rooms, and the types of the client for those who import it. */
function compile() {
  return ['tsconfig.build.json', join('scripts', 'tsconfig.client.json')].every(compileProject)
}

function compileProject(project) {
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc')
  const args = [tsc, '-p', project, '--outDir', staging]
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  return status === 0
}

function copyAssets() {
  for (const room of [...COMPILED_ROOMS, ...COPIED_ROOMS]) {
    for (const file of filesOf(room).filter(isAsset)) cpSync(file, join(staging, file))
  }
}

function isAsset(file) {
  return !/\.(ts|md)$/.test(file) && !file.includes(`${sep}fixtures${sep}`)
}

function makeExecutable(file) {
  if (!existsSync(file)) return
  if (!readFileSync(file, 'utf8').startsWith('#!')) throw new Error(`${file} has no #! line`)
  chmodSync(file, 0o755)
}

/** The old dist/ stays whole until the new one is ready. */
function replaceDist() {
  if (existsSync('dist')) renameSync('dist', retired)
  renameSync(staging, 'dist')
}

async function bundleWorkflows() {
  const workflowsPath = join(root, 'dist', 'workflows', 'index.js')
  if (!existsSync(workflowsPath)) {
    console.log('no dist/workflows/index.js: workflow bundle skipped')
    return
  }
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker')
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') })
  const target = join('dist', 'workflows', 'bundle.js')
  writeFileSync(`${target}.new`, code)
  renameSync(`${target}.new`, target)
}

function fingerprintOfSources() {
  const hash = createHash('sha256').update(process.version)
  const sources = [...COMPILED_ROOMS, ...COPIED_ROOMS, PAGES_ROOM].flatMap(filesOf)
  for (const file of [...BUILD_INPUTS, ...sources.filter((name) => !name.endsWith('.test.ts'))]) {
    if (existsSync(file)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesOf(room) {
  if (!existsSync(room)) return []
  return readdirSync(room, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** One build at a time: the second waits, then finds its work done. */
async function withLock(work) {
  // A hard link appears with its content or not at all, so a lock is never seen half written.
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    while (!tryLink(mine)) {
      removeIfAbandoned()
      await sleep(200)
    }
  } finally {
    rmSync(mine, { force: true })
  }
  const release = () => rmSync(lock, { force: true })
  process.on('exit', release)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))
  try {
    await work()
  } finally {
    release()
    process.off('exit', release)
  }
}

function tryLink(mine) {
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function removeIfAbandoned() {
  try {
    // The process id may be reused by now: no build takes this long.
    if (Date.now() - statSync(lock).mtimeMs > LOCK_MAX_AGE_MS) rmSync(lock, { force: true })
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
  } catch (error) {
    if (error.code === 'ESRCH') rmSync(lock, { force: true })
    else if (error.code !== 'ENOENT' && error.code !== 'EPERM') throw error
  }
}
