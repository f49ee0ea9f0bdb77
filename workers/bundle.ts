import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleOption } from '@temporalio/worker'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The bundle made at build time; from source it is made now. One serves every worker. */
export async function workflowBundle(): Promise<WorkflowBundleOption> {
  const built = here('../workflows/bundle.js')
  if (existsSync(built)) return { codePath: built }
  return bundleWorkflowCode({
    workflowsPath: here('../workflows/index.ts'),
    logger: new DefaultLogger('WARN'),
  })
}
