import { Type } from 'typebox'
import { CHOSEN_TYPES, NOTIFICATION_TYPES } from '../../domain/notifications/notification.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf } from './types.ts'

const DELIVERY_STATUSES = ['pending', 'delivered', 'given-up'] as const

const Webhook = {
  id: Type.Integer(),
  name: Type.String(),
  url: Type.String({ description: 'May hold a token of the receiver' }),
  types: Type.Array(oneOf(NOTIFICATION_TYPES), { description: 'What it is notified of' }),
  active: Type.Boolean({ description: 'False once its receiver has answered 410' }),
  created_at: Moment,
  pending: Type.Integer({ description: 'Deliveries that wait' }),
  last_answer: nullable(Type.String({ description: 'Of the receiver, such as HTTP 204' })),
  last_answer_at: nullable(Moment),
  last_delivered_at: nullable(Moment),
}

export const WebhookBody = dataBody(Webhook)

export const WebhooksBody = dataBody({ webhooks: Type.Array(Type.Object(Webhook)) })

export const NewWebhookBody = dataBody({
  ...Webhook,
  secret: Type.String({
    description: 'Signs every delivery; shown this once. In the form of Standard Webhooks',
  }),
})

export const WebhookParams = Type.Object({
  webhookId: Type.Integer({ minimum: 1, maximum: 2_147_483_647, examples: [1] }),
})

export const NewWebhook = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80, description: 'Each name once' }),
    url: Type.String({
      minLength: 1,
      maxLength: 2000,
      description: 'https, in the internet: addresses of private networks are refused',
    }),
    types: Type.Optional(
      Type.Array(oneOf(CHOSEN_TYPES), {
        minItems: 1,
        maxItems: CHOSEN_TYPES.length,
        uniqueItems: true,
        description: 'All where absent',
      }),
    ),
  },
  {
    additionalProperties: false,
    examples: [{ name: 'on-call', url: 'https://hooks.example.org/weather' }],
  },
)

export const DeliveriesBody = dataBody({
  deliveries: Type.Array(
    Type.Object({
      message_id: Type.String({ description: 'The header webhook-id, the same at every try' }),
      type: oneOf(NOTIFICATION_TYPES),
      subject: Type.String({ description: 'The same from the beginning of something to its end' }),
      status: oneOf(DELIVERY_STATUSES),
      created_at: Moment,
      attempts: Type.Integer(),
      last_answer: nullable(Type.String()),
      ended_at: described(nullable(Moment), 'When it was delivered or given up'),
    }),
    { description: 'The newest first, 100 at most' },
  ),
})

export const MOST_DELIVERIES = 100
