import type { TaskStatus } from '../../../temporal/tasks.ts'
import { NOW } from './test-api.ts'

/** A task that is under way, as the fake Temporal is given it. */
export const startedTask = (
  workflowId: string,
  name: string,
  part: Partial<TaskStatus> = {},
): TaskStatus => ({
  taskId: `${workflowId}/run`,
  workflowId,
  runId: 'run',
  name,
  status: 'STARTED',
  result: null,
  failure: null,
  reason: null,
  progress: null,
  startedAt: NOW,
  closedAt: null,
  attempts: null,
  nextRetryAt: null,
  ...part,
})
