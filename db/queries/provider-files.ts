import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Queryable } from '../database.ts'
import { providerFiles } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'

/** What is known of a provider's file, without its body. */
export type ProviderFile = Omit<typeof providerFiles.$inferSelect, 'body'>

const { body: _body, ...KNOWN } = getTableColumns(providerFiles)

export async function providerFile(
  db: Queryable,
  provider: ProviderId,
): Promise<ProviderFile | undefined> {
  const [row] = await db
    .select(KNOWN)
    .from(providerFiles)
    .where(eq(providerFiles.provider, provider))
  return row
}

/** A body and the moment that names it. */
export async function providerFileBody(
  db: Queryable,
  provider: ProviderId,
): Promise<{ body: Uint8Array; fetchedAt: Date } | undefined> {
  const [row] = await db
    .select({ body: providerFiles.body, fetchedAt: providerFiles.fetchedAt })
    .from(providerFiles)
    .where(eq(providerFiles.provider, provider))
  return row?.body && row.fetchedAt ? { body: row.body, fetchedAt: row.fetchedAt } : undefined
}

export interface FileClaim {
  readonly provider: ProviderId
  /** Names it, so that it ends no later one. */
  readonly claim: string
}

/** One UPDATE, so that of several processes one fetches: the row lock decides. */
export async function claimProviderFile(
  db: Queryable,
  {
    provider,
    claim,
    now,
    until,
    checkedBefore,
  }: FileClaim & Record<'now' | 'until' | 'checkedBefore', Date>,
): Promise<boolean> {
  const { claimedUntil, checkedAt } = providerFiles
  const claimed = { claim, claimedUntil: until, failure: null, failureMessage: null }
  const rows = await db
    .insert(providerFiles)
    .values({ provider, ...claimed })
    .onConflictDoUpdate({
      target: providerFiles.provider,
      set: claimed,
      setWhere: sql`(${claimedUntil} is null or ${claimedUntil} <= ${timestamptz(now)})
        and (${checkedAt} is null or ${checkedAt} <= ${timestamptz(checkedBefore)})`,
    })
    .returning({ provider: providerFiles.provider })
  return rows.length > 0
}

/** Ends the claim with what came: a new body, the word that the stored one is the newest, or a failure. */
export async function keepProviderFile(
  db: Queryable,
  { provider, claim }: FileClaim,
  kept: Partial<Omit<typeof providerFiles.$inferInsert, 'provider' | 'claim'>>,
): Promise<void> {
  await db
    .update(providerFiles)
    .set({ claimedUntil: null, ...kept, claim: null })
    .where(and(eq(providerFiles.provider, provider), eq(providerFiles.claim, claim)))
}
