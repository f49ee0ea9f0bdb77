import { createHmac, randomBytes } from 'node:crypto'

/** The form of Standard Webhooks (https://www.standardwebhooks.com), whose libraries take it as it is. */
const PREFIX = 'whsec_'
const BYTES = 32

export const newWebhookSecret = (): string => PREFIX + randomBytes(BYTES).toString('base64')

/** A secret anywhere in a text. */
export const WEBHOOK_SECRETS = /\bwhsec_[A-Za-z0-9+/]{43}=/g

export interface Signed {
  readonly id: string
  readonly sentAt: Date
  readonly body: string
}

/** The three headers by which a receiver knows that a delivery is ours, recent, and not a repetition. */
export function signatureHeaders(secret: string, { id, sentAt, body }: Signed) {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000))
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }
}
