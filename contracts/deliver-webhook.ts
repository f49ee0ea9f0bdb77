import { defineSignal } from '@temporalio/workflow'

/** The pauses between tries while the receiver does not take what it is sent. */
export interface DeliveryPauses {
  readonly firstMs: number
  readonly factor: number
  readonly longestMs: number
}

export interface DeliverWebhookInput {
  /** Neither its address nor its secret: both stay in the database. */
  readonly webhookId: number
  readonly pauses: DeliveryPauses
  /** Deliveries of one activity. */
  readonly batch: number
  /** A run goes on as a new one after that many activities. */
  readonly roundsPerRun: number
}

export interface DeliverWebhookResult {
  readonly delivered: number
  readonly givenUp: number
}

export interface DeliveryRound extends DeliverWebhookResult {
  /** `waiting`: some are to be tried again after a pause; `more`: some were not reached yet. */
  readonly left: 'none' | 'more' | 'waiting'
}

export interface NotificationActivities {
  /** Sends what is pending for one webhook, the oldest first, until the receiver is found away. */
  deliverPending(input: Pick<DeliverWebhookInput, 'webhookId' | 'batch'>): Promise<DeliveryRound>
}

/** There is more to tell. It does not shorten a pause: the receiver is still away. */
export const moreToDeliver = defineSignal('moreToDeliver')

export const DELIVERY: Omit<DeliverWebhookInput, 'webhookId'> = {
  pauses: { firstMs: 5_000, factor: 2, longestMs: 15 * 60_000 },
  batch: 20,
  roundsPerRun: 200,
}
