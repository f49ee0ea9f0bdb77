import type { WorkflowService } from '@temporalio/client'

type QueueType = NonNullable<Parameters<WorkflowService['describeTaskQueue']>[0]['taskQueueType']>

/** `TASK_QUEUE_TYPE_WORKFLOW` and `TASK_QUEUE_TYPE_ACTIVITY`. */
export const QUEUE_TYPES: QueueType[] = [1, 2]
