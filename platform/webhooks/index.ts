export { newWebhookSecret } from './webhook-secret.ts'
export { webhookUrlFault } from './webhook-url.ts'
