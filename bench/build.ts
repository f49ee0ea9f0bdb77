import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'

const run = promisify(execFile)

const ROOT = join(import.meta.dirname, '..')
const BUILT = join(import.meta.dirname, 'results', '.build')

export const builtFile = (path: string): string => join(BUILT, path)

/**
 * Compiles what is measured into a folder of the benchmark's own, as `npm run build` does: transpiling
 * on the fly costs CPU and memory that are not the product's, and a build meanwhile disturbs nothing.
 */
export async function build(): Promise<void> {
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
  await run(process.execPath, [tsc, '-p', join(import.meta.dirname, 'tsconfig.build.json')])
  const { code } = await bundleWorkflowCode({
    workflowsPath: builtFile('workflows/index.js'),
    logger: new DefaultLogger('WARN'),
  })
  await writeFile(builtFile('workflows/bundle.js'), code)
}
