import type { ProviderId } from '../../domain/provider.ts'
import { QUOTA_WINDOWS, type QuotaWindow } from '../../domain/quota.ts'
import type { ProviderFacts, QuotaReport } from '../../domain/quota-report.ts'
import { judgeQuota } from '../../domain/judge-quota.ts'
import type { Queryable } from '../client.ts'
import { ledgers, usedIn, type LedgerRow } from './ledger.ts'
import { hourlyUsage } from './usage.ts'

/** Of every provider in use; an empty list where one is not limited. */
export type QuotaLimits = Partial<
  Readonly<Record<ProviderId, readonly { readonly window: QuotaWindow; readonly limit: number }[]>>
>

const DAY_MS = 24 * 3600_000

/** The report of this moment, by what is in the database: no provider is asked. */
export async function currentQuotaReport(
  db: Queryable,
  limits: QuotaLimits,
  now: Date,
): Promise<QuotaReport> {
  const rows = await ledgers(db)
  const usage = await hourlyUsage(db, new Date(now.getTime() - DAY_MS))
  const facts = (Object.keys(limits) as ProviderId[]).map((provider): ProviderFacts => {
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
  return judgeQuota(facts, now)
}

const usedOf = (ledger: LedgerRow | undefined, now: Date): ProviderFacts['used'] =>
  Object.fromEntries(
    QUOTA_WINDOWS.map((window) => [window, ledger ? usedIn(ledger, window, now) : 0]),
  ) as Record<QuotaWindow, number>
