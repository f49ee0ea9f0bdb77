import type { WorkflowBundleOption } from '@temporalio/worker'
import { workflowBundle } from '../../../workers/bundle.ts'

/** Names the file of `test/setup/workflow-bundle.ts` to every process of a test run. */
export const BUNDLE_VARIABLE = 'TEST_WORKFLOW_BUNDLE'

/** Bundled once for a test run; outside of one they are bundled now. */
export async function testWorkflowBundle(): Promise<WorkflowBundleOption> {
  const codePath = process.env[BUNDLE_VARIABLE]
  return codePath === undefined ? workflowBundle() : { codePath }
}
