import type { LimitSetting } from './limit-text.ts'
import { QUOTA_WINDOWS, SLOTS, windowEnd, type QuotaWindow, type WindowRule } from './windows.ts'
import {
  exhaustedAt,
  isHealthyRate,
  levelOfWindow,
  mainFailure,
  requestsOf,
  shareOf,
  successRate,
  weightPerHour,
  worstOf,
} from './levels.ts'
import type {
  QuotaFacts,
  ProviderQuotaReport,
  QuotaReport,
  QuotaWindowReport,
} from './quota-report.ts'
import { warningsOf } from './warnings.ts'

/** Judges every provider by its counted requests and its cooldown, without a request. */
export function judgeQuota(facts: readonly QuotaFacts[], now: Date): QuotaReport {
  const providers = facts.map((fact) => providerReport(fact, now))
  return {
    level: providers.length > 0 ? worstOf(providers.map(({ level }) => level)) : null,
    providers,
    warnings: providers.flatMap((provider) => warningsOf(provider, now)),
  }
}

function providerReport(facts: QuotaFacts, now: Date): ProviderQuotaReport {
  const { provider, hours, parkedReason } = facts
  const windows = windowsOf(facts, now)
  const rate = successRate(hours)
  const parkedUntil = facts.parkedUntil && facts.parkedUntil > now ? facts.parkedUntil : null
  const { isKeyRefused = false, circuits = [] } = facts
  return {
    provider,
    level: worstOf([
      ...windows.map(({ level }) => level),
      isHealthyRate(rate) && parkedUntil === null && circuits.length === 0 ? 'healthy' : 'warning',
      isKeyRefused ? 'critical' : 'healthy',
      facts.money?.level ?? 'healthy',
    ]),
    windows,
    weightPerHour: weightPerHour(hours, now),
    requests: requestsOf(hours),
    successRate: rate,
    mainFailure: mainFailure(hours) ?? null,
    parkedUntil: parkedUntil?.toISOString() ?? null,
    parkedReason: parkedUntil || isKeyRefused ? parkedReason : null,
    isKeyRefused,
    circuits,
    money: facts.money ?? null,
  }
}

function windowsOf(facts: QuotaFacts, now: Date): QuotaWindowReport[] {
  const windows = QUOTA_WINDOWS.flatMap((window) => {
    const setting = facts.limits.find((one) => one.window === window)
    return setting ? [limitedWindow(setting, facts, now)] : []
  })
  return windows.length > 0 ? windows : [unlimitedWindow('day', facts, now)]
}

function limitedWindow(
  setting: LimitSetting,
  { used: usedIn, corrected, hours }: QuotaFacts,
  now: Date,
): QuotaWindowReport {
  const { window, limit } = setting
  const used = usedIn[window]
  const remaining = Math.max(0, limit - used)
  const outAt = exhaustedAt(setting, remaining, weightPerHour(hours, now), now)
  return {
    window,
    limit,
    used,
    remaining,
    source: corrected?.[window] ?? 'local',
    usedShare: shareOf(used, limit),
    resetsAt: resetOf(setting, now).toISOString(),
    level: levelOfWindow(window, used, limit),
    exhaustedAt: outAt?.toISOString() ?? null,
  }
}

/** A sliding window that would be empty if nothing more were sent. */
const resetOf = (rule: WindowRule, now: Date): Date =>
  rule.kind === 'sliding'
    ? new Date(now.getTime() + SLOTS[rule.window].windowMs)
    : windowEnd(rule, now)

const unlimitedWindow = (
  window: QuotaWindow,
  { used }: QuotaFacts,
  now: Date,
): QuotaWindowReport => ({
  window,
  limit: null,
  used: used[window],
  remaining: null,
  source: 'local',
  usedShare: null,
  resetsAt: windowEnd(window, now).toISOString(),
  level: 'healthy',
  exhaustedAt: null,
})
