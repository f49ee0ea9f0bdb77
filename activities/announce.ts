import { log } from '@temporalio/activity'
import type { Database } from '../db/database.ts'
import { markAnnounced, unannounced } from '../db/queries/notifications.ts'

export interface AnnounceDeps {
  readonly db: Database
  readonly now: () => Date
  /** Starts the delivery to a webhook, or tells the one that is under way that there is more. */
  readonly startDelivery: (webhook: {
    readonly webhookId: number
    readonly name: string
  }) => Promise<void>
}

interface Again {
  /** Also what was announced so long ago, whose workflow may have been ended from outside. */
  readonly afterMs: number
}

/**
 * Hands what was written down to the workflows that deliver it. What fails here is announced by the
 * next activity that looks, so it is no reason for this one to fail.
 */
export async function announce(
  { db, now, startDelivery }: AnnounceDeps,
  { afterMs }: Again = { afterMs: Infinity },
): Promise<void> {
  const since = Number.isFinite(afterMs) ? new Date(Number(now()) - afterMs) : new Date(0)
  try {
    for (const one of await unannounced(db, since)) {
      await startDelivery(one)
      await markAnnounced(db, one, now())
    }
  } catch (error) {
    log.warn('deliveries were not announced; the next run does it', { error })
  }
}
