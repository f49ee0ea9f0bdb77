import { notify } from '../../../db/queries/notifications.ts'
import { storeWebhook } from '../../../db/queries/webhooks.ts'
import { workflowIds } from '../../../contracts/workflow-ids.ts'
import { newWebhookSecret } from '../../../platform/webhooks/webhook-secret.ts'
import { startDeliveries } from '../jobs/delivery-runs.ts'
import type { RefreshStack } from '../refresh/refresh-stack.ts'
import { until } from '../until.ts'
import { startWebhookReceiver } from '../webhook-receiver.ts'

interface DeliveryScene {
  readonly workflow: 'deliverWebhook'
  readonly name: string
  readonly workflowId: string
  readonly runId: string
}

/** Plays every path of a delivery; every scene is over when it comes. */
export async function* deliveryScenes(stack: RefreshStack): AsyncGenerator<DeliveryScene> {
  const { db } = stack.database
  const secret = newWebhookSecret()
  const receiver = await startWebhookReceiver(secret)
  const notification = {
    type: 'alert.raised',
    subject: 'alert/1',
    at: new Date(),
    data: {},
  } as const
  const types = [notification.type]
  await storeWebhook(db, {
    name: 'hook',
    url: receiver.url,
    secret,
    types,
    createdAt: notification.at,
  })
  try {
    await notify(db, [notification])
    yield await deliveryScene(stack, 'delivered')
    receiver.isDown = true
    await notify(db, [notification, notification])
    const waiting = deliveryScene(stack, 'receiver-away')
    await until(() => receiver.refused > 1, { what: 'two tries' })
    receiver.isDown = false
    yield await waiting
  } finally {
    await receiver.close()
  }
}

async function deliveryScene(stack: RefreshStack, name: string): Promise<DeliveryScene> {
  const run = await startDeliveries(stack, 1)
  await run.result()
  const workflowId = workflowIds.deliverWebhook(1)
  return { workflow: 'deliverWebhook', name, workflowId, runId: run.signaledRunId }
}
