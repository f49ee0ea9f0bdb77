// Unit and component tests and one end-to-end test on other releases of Node: `npm run test:node -- 24 26`.
// The releases come from the npm registry (package `node-<platform>-<arch>`), so nothing has to be installed before.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const CACHE = join('node_modules', '.cache', 'node-releases')
const VITEST = join('node_modules', 'vitest', 'vitest.mjs')
const STEPS = [
  ['build', ['scripts/build.mjs']],
  ['unit tests', [VITEST, 'run', '--project', 'unit', '--reporter', 'dot']],
  ['component tests', [VITEST, 'run', '--project', 'component', '--reporter', 'dot']],
  ['end to end', [VITEST, 'run', '--project', 'e2e', 'test/e2e/demo.test.ts']],
]

const releases = process.argv.slice(2)
if (releases.length === 0 || releases.some((release) => !/^\d+(\.\d+){0,2}$/.test(release))) {
  console.error('usage: npm run test:node -- <release> …, for example: npm run test:node -- 24 26')
  process.exit(2)
}

const failed = []
for (const release of releases) {
  const folder = install(release)
  if (!folder) {
    failed.push(`${release} (not installed)`)
    continue
  }
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` }
  const node = join(folder, 'node')
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
  for (const [name, args] of STEPS) {
    console.log(`── Node ${version}: ${name}`)
    const { status } = spawnSync(node, args, { stdio: 'inherit', env })
    if (status !== 0) failed.push(`${version} (${name})`)
  }
}
console.log(failed.length === 0 ? 'test:node: ok' : `test:node: failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

/** A folder whose `node` is that release, for PATH; undefined when npm could not install it. */
function install(release) {
  const prefix = join(process.cwd(), CACHE, release)
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  mkdirSync(prefix, { recursive: true })
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', prefix]
  const { status } = spawnSync('npm', [...args, `${name}@${release}`], { stdio: 'inherit' })
  if (status !== 0) return undefined
  const folder = join(prefix, 'bin')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  symlinkSync(join(prefix, 'node_modules', name, 'bin', 'node'), join(folder, 'node'))
  return folder
}
