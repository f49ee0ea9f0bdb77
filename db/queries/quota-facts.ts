import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { QUOTA_WINDOWS, type QuotaWindow } from '../../domain/quota/windows.ts'
import type { QuotaFacts } from '../../domain/quota/report.ts'
import { DAY_MS } from '../../domain/time/durations.ts'
import type { Queryable } from '../database.ts'
import { ledgers, usedIn, type LedgerRow } from './provider-ledgers.ts'
import { hourlyUsage } from './provider-usage.ts'

/** Of every provider in use; an empty list where one is not limited. */
export type QuotaLimits = Partial<
  Readonly<Record<ProviderId, readonly { readonly window: QuotaWindow; readonly limit: number }[]>>
>

/** What is known of every provider in use, from the database: no request is sent. */
export async function quotaFacts(
  db: Queryable,
  limits: QuotaLimits,
  now: Date,
): Promise<QuotaFacts[]> {
  const rows = await ledgers(db)
  const usage = await hourlyUsage(db, new Date(now.getTime() - DAY_MS))
  return (Object.keys(limits) as ProviderId[]).map((provider) => {
    const ledger = rows.find((row) => row.provider === provider)
    return {
      provider,
      limits: limits[provider] ?? [],
      used: usedOf(ledger, now),
      hours: usage.filter((row) => row.provider === provider),
      parkedUntil: ledger?.parkedUntil ?? null,
      parkedReason: ledger?.parkedReason ?? null,
    }
  })
}

const usedOf = (ledger: LedgerRow | undefined, now: Date): QuotaFacts['used'] =>
  Object.fromEntries(
    QUOTA_WINDOWS.map((window) => [window, ledger ? usedIn(ledger, window, now) : 0]),
  ) as Record<QuotaWindow, number>
