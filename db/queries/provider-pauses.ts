import { and, eq, ne, sql } from 'drizzle-orm'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Queryable } from '../database.ts'
import { providerLedgers } from '../schema/index.ts'
import { ledgerOf } from './provider-ledgers.ts'
import { timestamptz } from './timestamptz.ts'

/** No request is sent to the provider before `until`; a longer cooldown is never shortened. */
export async function park(
  db: Queryable,
  { provider, until, reason }: { provider: ProviderId; until: Date; reason: string },
): Promise<void> {
  await db
    .update(providerLedgers)
    .set({
      parkedUntil: sql`greatest(coalesce(${providerLedgers.parkedUntil}, ${timestamptz(until)}), ${timestamptz(until)})`,
      parkedReason: reason,
    })
    .where(eq(providerLedgers.provider, provider))
}

/** Ends a pause, after the provider answered again. Says what it ended. */
export async function release(db: Queryable, provider: ProviderId): Promise<string[]> {
  const row = await ledgerOf(db, provider)
  if (!row?.parkedUntil && row?.refusedKey == null) return []
  await db
    .update(providerLedgers)
    .set({ parkedUntil: null, parkedReason: null, refusedKey: null })
    .where(eq(providerLedgers.provider, provider))
  return [row.parkedReason ?? 'a pause']
}

/** No request is sent with this key again, by any process, until it is changed or works in a test. */
export async function refuseKey(
  db: Queryable,
  { provider, key, reason }: { provider: ProviderId; key: string; reason: string },
): Promise<void> {
  await db
    .update(providerLedgers)
    .set({ refusedKey: key, parkedReason: reason })
    .where(eq(providerLedgers.provider, provider))
}

/** Forgets what another key was refused for: the one that is set now may do. */
export async function forgetOtherKey(
  db: Queryable,
  provider: ProviderId,
  key: string,
): Promise<void> {
  await db
    .update(providerLedgers)
    .set({ refusedKey: null, parkedReason: null })
    .where(and(eq(providerLedgers.provider, provider), ne(providerLedgers.refusedKey, key)))
}
