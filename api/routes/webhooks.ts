import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listDeliveries } from '../../db/queries/webhook-deliveries.ts'
import {
  deleteWebhook,
  listWebhooks,
  storeWebhook,
  testWebhook,
  webhookById,
} from '../../db/queries/webhooks.ts'
import { CHOSEN_TYPES } from '../../domain/notifications/notification.ts'
import { newWebhookSecret } from '../../platform/webhooks/webhook-secret.ts'
import { webhookUrlFault } from '../../platform/webhooks/webhook-url.ts'
import type { ApiDeps } from '../deps.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import { Problem } from '../problem.ts'
import { EmptyRequest } from '../schemas/schedule.ts'
import {
  DeliveriesBody,
  MOST_DELIVERIES,
  NewWebhook,
  NewWebhookBody,
  WebhookBody,
  WebhookParams,
  WebhooksBody,
} from '../schemas/webhooks.ts'
import { deliveryBody, webhookBody } from '../views/webhooks.ts'

const TAGS = ['operations']
const ADMIN = { role: 'admin' } as const

export const webhooksRoutes =
  (deps: Pick<ApiDeps, 'db' | 'now' | 'settings' | 'temporal'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { db, now, temporal, settings } = deps
    app.get(
      '/webhooks',
      {
        config: ADMIN,
        schema: {
          tags: TAGS,
          summary: 'Who is notified of incidents, alerts and weather',
          response: { 200: WebhooksBody },
        },
      },
      async () => ({ webhooks: (await listWebhooks(db)).map(webhookBody) }),
    )

    app.post(
      '/webhooks',
      {
        config: ADMIN,
        schema: {
          tags: TAGS,
          summary: 'Tells one more receiver from now on; the answer has its secret, this once',
          body: NewWebhook,
          response: { 201: NewWebhookBody },
        },
      },
      async ({ body: { name, url, types = CHOSEN_TYPES } }, reply) => {
        const fault = webhookUrlFault(url, settings.webhooks)
        if (fault !== undefined) throw new Problem('invalid-request', `body/url: ${fault}.`)
        const secret = newWebhookSecret()
        const hook = await storeWebhook(db, { name, url, secret, types, createdAt: now() })
        if (!hook) throw new Problem('webhook-exists', `There is a webhook "${name}" already.`)
        return reply.code(201).send({ ...webhookBody(hook), secret })
      },
    )

    app.post(
      '/webhooks/:webhookId/test',
      {
        config: ADMIN,
        preValidation: emptyBodyAsObject,
        schema: {
          tags: TAGS,
          summary: 'Sends a receiver a test',
          params: WebhookParams,
          body: EmptyRequest,
          response: { 202: WebhookBody },
        },
      },
      async ({ params: { webhookId } }, reply) => {
        const hook = await webhookById(db, webhookId)
        if (!hook) throw unknownWebhook(webhookId)
        await testWebhook(db, hook, now())
        await temporal.deliver({ webhookId, name: hook.name })
        return reply.code(202).send(webhookBody((await webhookById(db, webhookId)) ?? hook))
      },
    )

    app.get(
      '/webhooks/:webhookId/deliveries',
      {
        config: ADMIN,
        schema: {
          tags: TAGS,
          summary: 'What a receiver was sent, and how it answered',
          params: WebhookParams,
          response: { 200: DeliveriesBody },
        },
      },
      async ({ params: { webhookId } }) => {
        if (!(await webhookById(db, webhookId))) throw unknownWebhook(webhookId)
        const deliveries = await listDeliveries(db, webhookId, MOST_DELIVERIES)
        return { deliveries: deliveries.map(deliveryBody) }
      },
    )

    app.delete(
      '/webhooks/:webhookId',
      {
        config: ADMIN,
        schema: {
          tags: TAGS,
          summary: 'Tells a receiver no more; what it was not sent yet is dropped',
          params: WebhookParams,
          response: { 200: WebhookBody },
        },
      },
      async ({ params: { webhookId } }) => {
        const deleted = await deleteWebhook(db, webhookId)
        if (!deleted) throw unknownWebhook(webhookId)
        return webhookBody(deleted)
      },
    )
  }

const unknownWebhook = (id: number): Problem =>
  new Problem('unknown-webhook', `There is no webhook ${id}.`)
