import { fileURLToPath } from 'node:url'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Set by what builds dist/ just before its tests: a program built earlier may be an older one. */
const isBuilt = process.env['WEATHER247_TEST_BUILT'] === '1'

const BUILT = [here('../../../dist/cli/main.js')]
const SOURCE = ['--import', 'tsx', here('../../../cli/main.ts')]

/** What Node is given to run `weather247`: built, which starts in a third of the time, or source. */
export const PROGRAM: readonly string[] = isBuilt ? BUILT : SOURCE

/** What Node is given to run the workers. */
export const WORKER_PROGRAM: readonly string[] = isBuilt
  ? [...BUILT, 'worker']
  : ['--import', 'tsx', here('worker-entry.ts')]

/** What Node is given to run callers of a provider, which are no part of the product. */
export const CALLERS_PROGRAM: readonly string[] = [
  '--import',
  'tsx',
  here('quota-callers-entry.ts'),
]
