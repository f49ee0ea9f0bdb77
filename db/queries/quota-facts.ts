import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { LimitSetting } from '../../domain/quota/limit-text.ts'
import { inUse, type ProviderSetup } from '../../domain/provider/provider-setup.ts'
import { moneyReport } from '../../domain/quota/budget.ts'
import {
  SLOTS,
  windowStart,
  type QuotaWindow,
  type WindowRule,
} from '../../domain/quota/windows.ts'
import type { QuotaFacts } from '../../domain/quota/quota-report.ts'
import { DAY_MS } from '../../domain/time/durations.ts'
import type { Queryable } from '../database.ts'
import { openCircuits } from './provider-circuits.ts'
import { rulesOf, usedIn, type LedgerRow } from './ledger-windows.ts'
import { ledgers } from './provider-ledgers.ts'
import { weightSince } from './provider-stats.ts'
import { hourlyUsage } from './provider-usage.ts'

/** Of every provider in use; an empty list where one is not limited. */
type QuotaLimits = Partial<Readonly<Record<ProviderId, readonly LimitSetting[]>>>

/** What is known of every provider in use, from the database: no request is sent. */
export async function quotaFacts(
  db: Queryable,
  limits: QuotaLimits,
  now: Date,
): Promise<QuotaFacts[]> {
  const rows = await ledgers(db)
  const circuits = await openCircuits(db)
  const usage = await hourlyUsage(db, new Date(now.getTime() - DAY_MS))
  return (Object.keys(limits) as ProviderId[]).map((provider) => {
    const ledger = rows.find((row) => row.provider === provider)
    return {
      provider,
      limits: limits[provider] ?? [],
      used: usedOf(ledger, limits[provider] ?? [], now),
      corrected: ledger && correctedOf(ledger, limits[provider] ?? [], now),
      hours: usage.filter((row) => row.provider === provider),
      parkedUntil: ledger?.parkedUntil ?? null,
      parkedReason: ledger?.parkedReason ?? null,
      isKeyRefused: ledger?.refusedKey != null,
      circuits: circuits.filter((one) => one.provider === provider),
    }
  })
}

/** The same of every provider in use, with what its requests of this month cost. */
export const factsInUse = (
  db: Queryable,
  setups: readonly ProviderSetup[],
  now: Date,
): Promise<QuotaFacts[]> => factsOfAll(db, inUse(setups), now)

/** Of those not in use, too. */
export async function factsOfAll(
  db: Queryable,
  setups: readonly ProviderSetup[],
  now: Date,
): Promise<QuotaFacts[]> {
  const limits = Object.fromEntries(setups.map(({ id, limits: { quota } }) => [id, quota]))
  const [facts, weights] = await Promise.all([
    quotaFacts(db, limits, now),
    weightSince(db, windowStart('month', now)),
  ])
  return facts.map((fact) => {
    const setup = setups.find(({ id }) => id === fact.provider)
    const weight = weights.get(fact.provider) ?? 0
    return { ...fact, money: setup ? moneyReport({ ...setup, weight }) : null }
  })
}

/** Of the windows that hold now: what began since is our count again. */
const correctedOf = (
  { corrected }: LedgerRow,
  limits: readonly LimitSetting[],
  now: Date,
): QuotaFacts['corrected'] =>
  Object.fromEntries(
    rulesOf(limits).flatMap((rule) => {
      const one = corrected[rule.window]
      return one && one.atMs >= startOf(rule, now).getTime() ? [[rule.window, one.source]] : []
    }),
  )

const startOf = (rule: WindowRule, now: Date): Date =>
  rule.kind === 'sliding'
    ? new Date(now.getTime() - SLOTS[rule.window].windowMs)
    : windowStart(rule, now)

const usedOf = (
  ledger: LedgerRow | undefined,
  limits: readonly LimitSetting[],
  now: Date,
): QuotaFacts['used'] =>
  Object.fromEntries(
    rulesOf(limits).map((rule) => [rule.window, ledger ? usedIn(ledger, rule, now) : 0]),
  ) as Record<QuotaWindow, number>
