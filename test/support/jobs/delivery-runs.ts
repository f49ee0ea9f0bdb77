import {
  DELIVERY,
  moreToDeliver,
  type DeliverWebhookInput,
} from '../../../contracts/deliver-webhook.ts'
import { TASK_QUEUES } from '../../../contracts/task-queues.ts'
import { workflowIds } from '../../../contracts/workflow-ids.ts'
import type { deliverWebhook } from '../../../workflows/index.ts'
import type { RefreshStack } from '../refresh/refresh-stack.ts'

/** As the product starts it, with pauses of a test. */
export const startDeliveries = ({ client }: RefreshStack, webhookId: number) =>
  client.workflow.signalWithStart<typeof deliverWebhook>('deliverWebhook', {
    taskQueue: TASK_QUEUES.monitoring,
    workflowId: workflowIds.deliverWebhook(webhookId),
    signal: moreToDeliver,
    args: [{ webhookId, ...DELIVERY, pauses: SHORT }],
  })

const SHORT: DeliverWebhookInput['pauses'] = { firstMs: 50, factor: 2, longestMs: 400 }
