// `npm test`: services, build, every suite; ends with the one line that counts.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startTestServices, stopTestServices } from './test-services.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

/** They need no build, and run beside it. */
const BESIDE_BUILD = ['unit']
const AFTER_BUILD = ['component', 'workflows', 'integration', 'browser', 'e2e']
const mustHaveServices = isTrue(process.env.CI) || isTrue(process.env.WEATHER247_REQUIRE_SERVICES)

const services = await startTestServices()
const reports = mkdtempSync(join(tmpdir(), 'weather247-test-report-'))
let interrupted = false
const children = new Set()
// A signal ends the children only: the servers have to be stopped before this process ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true
    for (const child of children) child.kill(signal)
  })
}

const counts = { passed: 0, failed: 0, skipped: 0 }
let sound
try {
  const build = run('node', ['scripts/build.mjs'])
  const [isBuilt, first] = await Promise.all([build, runTests(BESIDE_BUILD)])
  const rest = isBuilt && (await runTests(AFTER_BUILD))
  sound = first && rest && counts.failed === 0 && counts.passed > 0
  if (mustHaveServices && services.missing.length > 0) {
    console.error(`services are required here:\n${services.missing.join('\n')}`)
    sound = false
  }
} finally {
  stopTestServices(services.folder)
  rmSync(reports, { recursive: true, force: true })
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = sound ? 0 : 1

/** Adds what it counts to `counts`. */
async function runTests(projects) {
  const report = join(reports, `${projects.join('-')}.json`)
  const succeeded = await run(
    'node',
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    serviceSettings(),
  )
  const found = countsFrom(report)
  for (const count of Object.keys(counts)) counts[count] += found[count]
  if (!succeeded && found.failed === 0) console.error('vitest failed outside of any test')
  return succeeded
}

async function run(command, args, settings = {}) {
  if (interrupted) return false
  const env = { ...process.env, ...settings }
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
  children.add(child)
  const [code] = await once(child, 'exit')
  children.delete(child)
  return code === 0 && !interrupted
}

/** Tests that need a service skip when its URL is absent, and fail when services are required. */
function serviceSettings() {
  return {
    WEATHER247_TEST_BUILT: '1',
    ...(services.databaseUrl && { TEST_DATABASE_URL: services.databaseUrl }),
    ...(services.redisUrl && { TEST_REDIS_URL: services.redisUrl }),
    ...(services.chromium && { TEST_CHROMIUM: services.chromium }),
    ...(mustHaveServices && { WEATHER247_REQUIRE_SERVICES: '1' }),
  }
}

function countsFrom(report) {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'))
    // A file that could not even be loaded holds no test; it counts as one failure.
    const broken = result.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    )
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + broken.length,
      skipped: result.numPendingTests + result.numTodoTests,
    }
  } catch (error) {
    console.error(`no test report: ${error.message}`)
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

function isTrue(value) {
  return value === 'true' || value === '1'
}
