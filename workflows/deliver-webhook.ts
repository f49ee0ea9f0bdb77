import { continueAsNew, setHandler, sleep } from '@temporalio/workflow'
import {
  moreToDeliver,
  type DeliverWebhookInput,
  type DeliverWebhookResult,
} from '../contracts/deliver-webhook.ts'
import { notifications } from './proxies.ts'

/**
 * Delivers what there is to tell one webhook, at least once, with growing pauses while its receiver
 * is away, and ends when nothing is left; what is written later starts it again. Its history holds
 * counts only, and is bounded by `roundsPerRun`. When it is cancelled what is pending stays so, until
 * the next notification or the next run of the quota monitor.
 */
export async function deliverWebhook(input: DeliverWebhookInput): Promise<DeliverWebhookResult> {
  const { webhookId, batch, pauses, roundsPerRun } = input
  let isNudged: boolean
  setHandler(moreToDeliver, () => {
    isNudged = true
  })
  const sum = { delivered: 0, givenUp: 0 }
  let pauseMs = pauses.firstMs
  for (let round = 1; ; round++) {
    isNudged = false
    const { left, delivered, givenUp } = await notifications.deliverPending({ webhookId, batch })
    sum.delivered += delivered
    sum.givenUp += givenUp
    // oxlint-disable-next-line typescript/no-unnecessary-condition -- the handler sets it
    if (left === 'none' && !isNudged) return sum
    if (delivered > 0) pauseMs = pauses.firstMs
    if (left === 'waiting') {
      await sleep(pauseMs)
      pauseMs = Math.min(pauseMs * pauses.factor, pauses.longestMs)
    }
    if (round >= roundsPerRun) await continueAsNew<typeof deliverWebhook>(input)
  }
}
