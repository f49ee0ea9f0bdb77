import type { ListedDelivery } from '../../db/queries/webhook-deliveries.ts'
import type { StoredWebhook } from '../../db/queries/webhooks.ts'

const textOf = (at: Date | null): string | null => at?.toISOString() ?? null

export const webhookBody = (hook: StoredWebhook) => ({
  id: hook.id,
  name: hook.name,
  url: hook.url,
  types: hook.types,
  active: hook.active,
  created_at: hook.createdAt.toISOString(),
  pending: hook.pending,
  last_answer: hook.lastAnswer,
  last_answer_at: textOf(hook.lastAnswerAt),
  last_delivered_at: textOf(hook.lastDeliveredAt),
})

export const deliveryBody = (delivery: ListedDelivery) => ({
  message_id: delivery.messageId,
  type: delivery.type,
  subject: delivery.subject,
  status: delivery.status,
  created_at: delivery.createdAt.toISOString(),
  attempts: delivery.attempts,
  last_answer: delivery.lastAnswer,
  ended_at: textOf(delivery.endedAt),
})
