import { desc, eq, sql } from 'drizzle-orm'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import {
  changeRefusal,
  type ChangeRefusal,
  type ProviderChange,
} from '../../domain/provider/provider-change.ts'
import {
  providerSetups,
  type InstalledProvider,
  type ProviderControl,
  type ProviderSetup,
} from '../../domain/provider/provider-setup.ts'
import type { Database, Queryable } from '../database.ts'
import { providerChanges, providerControls } from '../schema/index.ts'

export const readProviderControls = (db: Queryable): Promise<ProviderControl[]> =>
  db.select().from(providerControls)

/** Every provider as it is used at the moment, those in use first and in their order. */
export const readProviderSetups = async (
  db: Queryable,
  installed: readonly InstalledProvider[],
): Promise<ProviderSetup[]> => providerSetups(installed, await readProviderControls(db))

export interface RequestedChange {
  readonly provider: ProviderId
  readonly change: ProviderChange
  readonly changedBy: string
  readonly at: Date
}

export type ChangeAnswer = { readonly setup: ProviderSetup } | { readonly refused: ChangeRefusal }

/** Changes a provider for every process, and writes down who did. Two changes at once follow each other. */
export function changeProvider(
  db: Database,
  installed: readonly InstalledProvider[],
  { provider, change, changedBy, at }: RequestedChange,
): Promise<ChangeAnswer> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`lock table provider_controls in share row exclusive mode`)
    const controls = await readProviderControls(tx)
    const refused = changeRefusal(providerSetups(installed, controls), provider, change)
    if (refused) return { refused }
    const before = controls.find((one) => one.provider === provider)
    const changed: ProviderControl = {
      provider,
      isEnabled: before?.isEnabled ?? null,
      priority: before?.priority ?? null,
      limits: before?.limits ?? null,
      costPerCall: before?.costPerCall ?? null,
      monthlyBudget: before?.monthlyBudget ?? null,
      ...change,
      changedAt: at,
      changedBy,
    }
    await tx
      .insert(providerControls)
      .values(changed)
      .onConflictDoUpdate({ target: providerControls.provider, set: changed })
    const was = Object.fromEntries(
      Object.keys(change).map((field) => [field, before?.[field as keyof ProviderChange] ?? null]),
    )
    await tx.insert(providerChanges).values({ at, provider, changedBy, change, before: was })
    const others = controls.filter((one) => one.provider !== provider)
    const setup = providerSetups(installed, [...others, changed]).find(({ id }) => id === provider)
    if (!setup) throw new Error(`${provider} is not installed`)
    return { setup }
  })
}

export type StoredChange = typeof providerChanges.$inferSelect

/** The newest first. */
export const latestProviderChanges = (
  db: Queryable,
  provider: ProviderId,
  limit: number,
): Promise<StoredChange[]> =>
  db
    .select()
    .from(providerChanges)
    .where(eq(providerChanges.provider, provider))
    .orderBy(desc(providerChanges.id))
    .limit(limit)
