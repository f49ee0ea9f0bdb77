import { SINGLE_RUN_LIMITS } from '../../../contracts/run-limits.ts'
import type { MonitorQuotaInput } from '../../../contracts/monitor-quota.ts'
import { TASK_QUEUES } from '../../../contracts/task-queues.ts'
import type { monitorApiQuota } from '../../../workflows/index.ts'
import type { RefreshStack } from '../refresh/refresh-stack.ts'

let runs = 0

export const startMonitoring = (
  { client }: RefreshStack,
  limits: Partial<MonitorQuotaInput['limits']> = {},
) =>
  client.workflow.start<typeof monitorApiQuota>('monitorApiQuota', {
    taskQueue: TASK_QUEUES.monitoring,
    workflowId: `monitor-api-quota/test-${process.pid}-${Date.now()}-${++runs}`,
    args: [{ trigger: 'cli', limits: { ...SINGLE_RUN_LIMITS, ...limits } }],
  })

/** Whatever moment it is taken up, it is too late. */
export const TOO_LATE = { expiresAfterMs: -1 }
