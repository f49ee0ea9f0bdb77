// The quick checks, without services and without component tests. `npm run verify -- lint format` runs only those steps.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const ROOMS = JSON.parse(readFileSync('scripts/rooms.json', 'utf8'))
const ROOMS_TO_CRUISE = [...ROOMS.product, ...ROOMS.free].filter((room) => existsSync(room))

// Two at a time; the longest are the first, so that no lane ends long after the other.
const STEPS = {
  types: ['npx', 'tsc', ...typesOf('tsconfig.json')],
  unit: ['npx', 'vitest', 'run', '--project', 'unit', '--reporter', 'dot'],
  lint: ['npm', 'run', '--silent', 'lint'],
  pages: ['npx', 'tsc', ...typesOf(join('dashboard', 'tsconfig.json'))],
  lock: ['node', 'scripts/check-lock.mjs'],
  format: ['npx', 'prettier', '--check', '--cache', '--log-level', 'warn', '.'],
  walls: ['npx', 'depcruise', '--config', '.dependency-cruiser.cjs', ...ROOMS_TO_CRUISE],
  'dead-code': ['npx', 'knip', '--no-config-hints'],
  docs: ['npm', 'run', '--silent', 'docs:check'],
}
if (!existsSync('scripts/generate-docs.ts')) delete STEPS.docs

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(STEPS, name))
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}`)
  process.exit(2)
}

const waiting = Object.entries(STEPS).filter(([name]) => asked.length === 0 || asked.includes(name))
const failed = []
await Promise.all([lane(), lane()])
console.log(failed.length === 0 ? 'verify: ok' : `verify: failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

/** Only what changed since the last time is checked again. */
function typesOf(project) {
  const known = join('node_modules', '.cache', 'types', `${dirname(project)}.tsbuildinfo`)
  return ['-p', project, '--noEmit', '--incremental', '--tsBuildInfoFile', known]
}

/** Step after step; what one prints stands together. */
async function lane() {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const [name, [command, ...args]] = step
    const startedAt = Date.now()
    const { status, printed } = await run(command, args)
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
    console.log(`── ${name}`)
    process.stdout.write(printed)
    console.log(`   ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`)
    if (status !== 0) failed.push(name)
  }
}

async function run(command, args) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (printed += text))
  }
  const [status] = await once(child, 'close')
  return { status, printed }
}
