import { eq, gte, sql } from 'drizzle-orm'
import { windowStart } from '../../domain/quota/windows.ts'
import type { Queryable } from '../database.ts'
import { providerLedgers, providerUsage } from '../schema/index.ts'

/** Sets what the day has used back to what was sent, where a provider had said that it was more. */
export async function recountDay(db: Queryable, now: Date): Promise<void> {
  const sent = db
    .select({
      provider: providerUsage.provider,
      weight: sql<number>`sum(${providerUsage.weight})`.as('weight'),
    })
    .from(providerUsage)
    .where(gte(providerUsage.hour, windowStart('day', now)))
    .groupBy(providerUsage.provider)
    .as('sent')
  await db
    .update(providerLedgers)
    .set({
      dayUsed: sql`least(${providerLedgers.dayUsed}, ${sent.weight})`,
      corrected: sql`${providerLedgers.corrected} - 'day'`,
    })
    .from(sent)
    .where(eq(providerLedgers.provider, sent.provider))
}
