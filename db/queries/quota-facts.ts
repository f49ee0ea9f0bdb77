import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { LimitSetting } from '../../domain/quota/limit-text.ts'
import type { QuotaWindow } from '../../domain/quota/windows.ts'
import type { QuotaFacts } from '../../domain/quota/report.ts'
import { DAY_MS } from '../../domain/time/durations.ts'
import type { Queryable } from '../database.ts'
import { rulesOf, usedIn, type LedgerRow } from './ledger-windows.ts'
import { ledgers } from './provider-ledgers.ts'
import { hourlyUsage } from './provider-usage.ts'

/** Of every provider in use; an empty list where one is not limited. */
export type QuotaLimits = Partial<Readonly<Record<ProviderId, readonly LimitSetting[]>>>

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
      used: usedOf(ledger, limits[provider] ?? [], now),
      hours: usage.filter((row) => row.provider === provider),
      parkedUntil: ledger?.parkedUntil ?? null,
      parkedReason: ledger?.parkedReason ?? null,
    }
  })
}

const usedOf = (
  ledger: LedgerRow | undefined,
  limits: readonly LimitSetting[],
  now: Date,
): QuotaFacts['used'] =>
  Object.fromEntries(
    rulesOf(limits).map((rule) => [rule.window, ledger ? usedIn(ledger, rule, now) : 0]),
  ) as Record<QuotaWindow, number>
