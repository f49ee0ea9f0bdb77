import { cancellationSignal, heartbeat, log } from '@temporalio/activity'
import type { DeliveryRound, NotificationActivities } from '../contracts/deliver-webhook.ts'
import type { Database } from '../db/database.ts'
import {
  noteDelivery,
  pendingDeliveries,
  type PendingDelivery,
} from '../db/queries/webhook-deliveries.ts'
import {
  answerText,
  isGivenUp,
  verdictOf,
  type Answer,
  type Verdict,
} from '../domain/notifications/delivery.ts'

export interface NotificationDeps {
  readonly db: Database
  readonly now: () => Date
  /** Signs and sends; never rejects for what the receiver does. */
  readonly send: (
    delivery: {
      readonly url: string
      readonly secret: string
      readonly id: string
      readonly body: string
    },
    signal: AbortSignal,
  ) => Promise<Answer>
}

export const createNotificationActivities = (deps: NotificationDeps): NotificationActivities => ({
  async deliverPending({ webhookId, batch }) {
    const pending = await pendingDeliveries(deps.db, webhookId, batch)
    const sum = { delivered: 0, givenUp: 0 }
    let isWaiting = false
    for (const one of pending) {
      heartbeat()
      const { verdict, status } = await deliver(deps, one)
      if (status === 'delivered') sum.delivered++
      if (status === 'given-up') sum.givenUp++
      if (status === 'pending') isWaiting = true
      if (verdict === 'later' || verdict === 'gone') break
    }
    return { ...sum, left: leftOf(pending.length === batch, isWaiting) }
  },
})

const leftOf = (isFull: boolean, isWaiting: boolean): DeliveryRound['left'] => {
  if (isWaiting) return 'waiting'
  return isFull ? 'more' : 'none'
}

async function deliver({ db, now, send }: NotificationDeps, one: PendingDelivery) {
  const { webhookId, messageId: id, url, secret, attempts, createdAt } = one
  const answer = await send({ url, secret, id, body: bodyOf(one) }, cancellationSignal())
  const at = now()
  const verdict = verdictOf(answer)
  const status = statusOf(verdict, attempts + 1, Number(at) - Number(createdAt))
  const said = answerText(answer)
  await noteDelivery(db, one, { status, answer: said, at, isGone: verdict === 'gone' })
  const fields = { webhookId, messageId: id, type: one.type, answer: said, attempts: attempts + 1 }
  if (status === 'delivered') log.info('webhook delivered', fields)
  else log.warn(status === 'pending' ? 'webhook not delivered yet' : 'webhook given up', fields)
  return { verdict, status }
}

function statusOf(verdict: Verdict, attempts: number, ageMs: number) {
  if (verdict === 'delivered') return 'delivered' as const
  const isOver = verdict === 'gone' || isGivenUp({ verdict, attempts, ageMs })
  return isOver ? ('given-up' as const) : ('pending' as const)
}

/** The same text at every try, so that a receiver may compare. */
const bodyOf = ({ type, subject, at, data }: PendingDelivery): string =>
  JSON.stringify({ type, timestamp: at.toISOString(), subject, data })
