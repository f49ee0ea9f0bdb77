import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const SECOND = 1000
const MINUTE = 60 * SECOND
const NOT_OURS = ['**/node_modules/**', 'dist/**']
const GLOBAL_SETUP = 'test/support/global-setup.ts'

/** Suites that share services: one file at a time, one suite after the other. */
function withServices(name: string, include: string[], order: number, timeoutMs = 2 * MINUTE) {
  return {
    test: {
      name,
      include,
      exclude: NOT_OURS,
      fileParallelism: false,
      maxWorkers: 1,
      sequence: { groupOrder: order },
      testTimeout: timeoutMs,
      hookTimeout: timeoutMs,
      globalSetup: existsSync(GLOBAL_SETUP) ? [GLOBAL_SETUP] : [],
    },
  }
}

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...NOT_OURS, 'test/**', 'bench/**'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          testTimeout: 20 * SECOND,
          hookTimeout: 20 * SECOND,
        },
      },
      withServices('workflows', ['test/replay/**/*.test.ts'], 1),
      withServices('integration', ['test/integration/**/*.test.ts'], 2),
      withServices('e2e', ['test/e2e/**/*.test.ts'], 3, 5 * MINUTE),
      withServices('chaos', ['test/chaos/**/*.test.ts'], 4, 10 * MINUTE),
    ],
  },
})
