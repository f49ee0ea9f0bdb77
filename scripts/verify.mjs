// Everything that can be said about the code without services. `npm run verify -- lint types` runs only those steps.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const ROOMS_TO_CRUISE = [
  'domain',
  'contracts',
  'workflows',
  'activities',
  'providers',
  'db',
  'cache',
  'temporal',
  'workers',
  'api',
  'cli',
  'dashboard',
  'platform',
  'emulator',
  'test',
  'bench',
  'scripts',
].filter(existsSync)

const STEPS = {
  lock: ['node', 'scripts/check-lock.mjs'],
  format: ['npx', 'prettier', '--check', '--log-level', 'warn', '.'],
  lint: ['npx', 'eslint', '--max-warnings', '0', '.'],
  types: ['npx', 'tsc', '--noEmit'],
  walls: ['npx', 'depcruise', '--config', '.dependency-cruiser.cjs', ...ROOMS_TO_CRUISE],
  'dead-code': ['npx', 'knip', '--no-config-hints'],
  docs: ['npm', 'run', '--silent', 'docs:check'],
  unit: ['npx', 'vitest', 'run', '--project', 'unit', '--reporter', 'dot'],
}
if (!existsSync('scripts/generate-docs.ts')) delete STEPS.docs

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(STEPS, name))
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}`)
  process.exit(2)
}

const failed = []
for (const [name, [command, ...args]] of Object.entries(STEPS)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`── ${name}`)
  const startedAt = Date.now()
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  console.log(`   ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`)
  if (status !== 0) failed.push(name)
}
console.log(failed.length === 0 ? 'verify: ok' : `verify: failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
