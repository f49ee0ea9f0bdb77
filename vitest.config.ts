import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/setup/longest-first.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const NOT_OURS = ['**/node_modules/**', 'dist/**']
const COMPONENT_TESTS = '**/*.component.test.ts'
const SUITES = ['test/{replay,integration,browser,e2e,chaos}/**', 'bench/!(plan)/**']

/** Vitest's own is a second, which a busy machine spends on a single answer. */
const POLLING = { poll: { timeout: 15 * SECOND } }

/** They wait at times, so that a few more of them run side by side than there are processors. */
const FILES_AT_ONCE = 4

/** What is made once for a run, before its first file. */
const SETUP = {
  temporalCli: 'test/setup/temporal-cli.ts',
  temporalServers: 'test/setup/temporal-servers.ts',
  workflowBundle: 'test/setup/workflow-bundle.ts',
  databases: 'test/setup/databases.ts',
  dashboard: 'test/setup/dashboard.ts',
}

/** Around a file that shares its process with others. */
const LEAVE_NO_TRACE = 'test/support/leave-no-trace.ts'

/** After a file that shares a Temporal server with the next one. */
const END_RUNS = 'test/support/temporal/end-runs-of-file.ts'

interface Suite {
  readonly name: string
  readonly include: string
  /** Suites of one order run at the same time, and need the same `filesAtOnce`. */
  readonly order: number
  readonly filesAtOnce?: number
  /** Whether each file has a process of its own. Where it has not, modules are loaded once for many files. */
  readonly isolate?: boolean
  readonly timeoutMs: number
  readonly setUp: readonly string[]
  readonly setUpOfFile?: readonly string[]
}

function withServices({
  name,
  include,
  order,
  filesAtOnce = FILES_AT_ONCE,
  isolate = true,
  timeoutMs,
  setUp,
  setUpOfFile = [],
}: Suite) {
  return {
    test: {
      name,
      include: [include],
      exclude: NOT_OURS,
      isolate,
      maxWorkers: filesAtOnce,
      sequence: { groupOrder: order },
      expect: POLLING,
      testTimeout: timeoutMs,
      hookTimeout: timeoutMs,
      globalSetup: [...setUp],
      setupFiles: [...setUpOfFile],
    },
  }
}

export default defineConfig({
  test: {
    passWithNoTests: true,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...NOT_OURS, COMPONENT_TESTS, ...SUITES],
          setupFiles: ['test/support/hermetic.ts', LEAVE_NO_TRACE],
          // Most of the time goes into loading modules, and what is hermetic needs no process of its own.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          expect: POLLING,
          testTimeout: MINUTE,
        },
      },
      withServices({
        name: 'component',
        include: COMPONENT_TESTS,
        order: 1,
        isolate: false,
        timeoutMs: 3 * MINUTE,
        setUp: [SETUP.databases],
        setUpOfFile: [LEAVE_NO_TRACE],
      }),
      withServices({
        name: 'workflows',
        include: 'test/replay/**/*.test.ts',
        order: 1,
        timeoutMs: 2 * MINUTE,
        setUp: [SETUP.workflowBundle],
      }),
      withServices({
        name: 'integration',
        include: 'test/integration/**/*.test.ts',
        order: 1,
        timeoutMs: 5 * MINUTE,
        setUp: [SETUP.temporalServers, SETUP.workflowBundle, SETUP.databases],
        setUpOfFile: [END_RUNS],
      }),
      withServices({
        name: 'browser',
        include: 'test/browser/**/*.test.ts',
        order: 1,
        isolate: false,
        timeoutMs: 5 * MINUTE,
        setUp: [SETUP.dashboard],
      }),
      withServices({
        name: 'e2e',
        include: 'test/e2e/**/*.test.ts',
        order: 1,
        timeoutMs: 10 * MINUTE,
        setUp: [SETUP.temporalCli],
      }),
      withServices({
        name: 'chaos',
        include: 'test/chaos/**/*.test.ts',
        order: 2,
        filesAtOnce: 1,
        timeoutMs: 10 * MINUTE,
        setUp: [SETUP.temporalServers, SETUP.workflowBundle],
        setUpOfFile: [END_RUNS],
      }),
    ],
  },
})
