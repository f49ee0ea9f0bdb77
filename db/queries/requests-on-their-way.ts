import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Queryable } from '../database.ts'
import { providerLedgers } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'

/** Longer than a request may be on its way; a process that was killed blocks the others no longer. */
const SENDING_MS = 15_000

/** How soon to look again whether a request of another process has ended. */
const LOOK_AGAIN_MS = 25

/** What a ledger holds while the request of this sender is on its way. */
export const sendingBy = (sender: string, now: Date) => ({
  sender,
  sendingUntil: new Date(now.getTime() + SENDING_MS),
})

export const nothingOnItsWay = (now: Date): SQL =>
  sql`(${providerLedgers.sendingUntil} is null or ${providerLedgers.sendingUntil} <= ${timestamptz(now)})`

export function lookAgainAt(sendingUntil: Date, now: Date): Date {
  const soon = new Date(now.getTime() + LOOK_AGAIN_MS)
  return sendingUntil < soon ? sendingUntil : soon
}

/** The request of this sender has ended: the next one of any process may leave. */
export async function endSending(
  db: Queryable,
  { provider, sender }: { readonly provider: ProviderId; readonly sender: string },
): Promise<void> {
  await db
    .update(providerLedgers)
    .set({ sender: null, sendingUntil: null })
    .where(and(eq(providerLedgers.provider, provider), eq(providerLedgers.sender, sender)))
}
