import type { Client } from '@temporalio/client'
import { DELIVERY, moreToDeliver, type DeliverWebhookInput } from '../contracts/deliver-webhook.ts'
import { TASK_QUEUES } from '../contracts/task-queues.ts'
import { workflowIds } from '../contracts/workflow-ids.ts'

export interface WebhookToDeliver {
  readonly webhookId: number
  readonly name: string
}

/** One workflow for each webhook: a receiver that is away holds up no other. */
export async function startDelivery(
  client: Client,
  { webhookId, name }: WebhookToDeliver,
): Promise<void> {
  const input: DeliverWebhookInput = { webhookId, ...DELIVERY }
  await client.workflow.signalWithStart('deliverWebhook', {
    taskQueue: TASK_QUEUES.monitoring,
    workflowId: workflowIds.deliverWebhook(webhookId),
    args: [input],
    signal: moreToDeliver,
    staticSummary: `Deliveries to the webhook ${name}`,
  })
}
