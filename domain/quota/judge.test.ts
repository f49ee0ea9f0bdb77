import { describe, expect, it } from 'vitest'
import { judgeQuota } from './judge.ts'
import type { UsageHour } from './levels.ts'
import type { QuotaFacts } from './quota-report.ts'

const NOW = new Date('2026-11-22T17:15:00.000Z')
const NOTHING = { minute: 0, hour: 0, day: 0, month: 0 }

const facts = (overrides: Partial<QuotaFacts> = {}): QuotaFacts => ({
  provider: 'open-meteo',
  limits: [{ window: 'day', limit: 10_000 }],
  used: NOTHING,
  hours: [],
  parkedUntil: null,
  parkedReason: null,
  ...overrides,
})

const ok = (hour: string, weight: number): UsageHour => ({
  hour: new Date(`2026-11-22T${hour}:00:00Z`),
  outcome: 'ok',
  requests: weight,
  weight,
})

const reportOf = (overrides: Partial<QuotaFacts>, now = NOW) => judgeQuota([facts(overrides)], now)

const usedToday = (day: number) => reportOf({ used: { ...NOTHING, day } })

describe('the quota of a day', () => {
  it('E25: says exactly what is used and left, and when it is reset', () => {
    const { providers } = usedToday(37)
    expect(providers[0]?.windows).toEqual([
      {
        window: 'day',
        limit: 10_000,
        used: 37,
        source: 'local',
        remaining: 9_963,
        usedShare: 0.0037,
        resetsAt: '2026-11-23T00:00:00.000Z',
        level: 'healthy',
        exhaustedAt: null,
      },
    ])
  })

  it.each([
    [7_499, 'healthy'],
    [7_500, 'warning'],
    [8_999, 'warning'],
    [9_000, 'critical'],
    [10_000, 'critical'],
  ] as const)('with %i of 10 000 used is %s', (used, level) => {
    expect(usedToday(used)).toMatchObject({ level, providers: [{ level }] })
    expect(usedToday(used).warnings).toHaveLength(level === 'healthy' ? 0 : 1)
  })

  it('runs out when what is left is spent at the pace of the last 60 minutes', () => {
    // 200 in the quarter since 17:00, and three quarters of the 800 before it, are 800 an hour.
    const hours = [ok('15', 5_000), ok('16', 800), ok('17', 200)]
    const { warnings, providers } = reportOf({ used: { ...NOTHING, day: 9_200 }, hours })
    expect(providers[0]).toMatchObject({
      weightPerHour: 800,
      windows: [{ exhaustedAt: '2026-11-22T18:15:00.000Z' }],
    })
    expect(warnings).toEqual([
      "Open-Meteo: 92 % of today's 10 000 used, runs out at 18:15 UTC at the current pace; add a provider, fewer cities, or a longer interval",
    ])
  })

  it('lasts where it is reset before it runs out', () => {
    const { warnings, providers } = reportOf({
      used: { ...NOTHING, day: 9_200 },
      hours: [ok('17', 10)],
    })
    expect(providers[0]?.windows[0]?.exhaustedAt).toBeNull()
    expect(warnings[0]).toContain('until it is reset at 2026-11-23 00:00 UTC')
  })

  it('is spent when nothing is left, and says until when nothing is asked', () => {
    const { warnings, providers } = usedToday(10_000)
    expect(providers[0]?.windows[0]).toMatchObject({
      remaining: 0,
      exhaustedAt: NOW.toISOString(),
    })
    expect(warnings[0]).toContain('100 % of today')
    expect(warnings[0]).toContain('no request is sent until 2026-11-23 00:00 UTC')
  })

  it('is foretold to run out while it still counts as healthy', () => {
    const report = reportOf({ used: { ...NOTHING, day: 5_000 }, hours: [ok('17', 2_500)] })
    expect(report).toMatchObject({ level: 'healthy', warnings: [expect.any(String)] })
  })

  it('is seen to run out at about the same time, hour after hour, at a steady pace', () => {
    const from = Date.parse('2026-11-22T00:00:00Z')
    const foretold = Array.from({ length: 23 }, (_, index) => {
      const now = new Date(from + (index + 1) * 3600_000 + 20 * 60_000)
      const day = Math.round((500 * (now.getTime() - from)) / 3600_000)
      const hours = Array.from({ length: index + 2 }, (_, hour) => ({
        ...ok('00', hour === index + 1 ? 500 / 3 : 500),
        hour: new Date(from + hour * 3600_000),
      }))
      return reportOf({ used: { ...NOTHING, day }, hours }, now)
    }).filter(({ providers: [one] }) => (one?.windows[0]?.remaining ?? 0) > 0)
    expect(foretold.length).toBeGreaterThan(15)
    for (const { providers } of foretold) {
      const outAt = Date.parse(providers[0]?.windows[0]?.exhaustedAt ?? '')
      expect(Math.abs(outAt - Date.parse('2026-11-22T20:00:00Z'))).toBeLessThan(60_000)
    }
    const levels = foretold.map(({ level }) => level)
    expect([...new Set(levels)]).toEqual(['healthy', 'warning', 'critical'])
  })
})

describe('windows', () => {
  it('of a minute fill by design, without a warning', () => {
    const limits = [{ window: 'minute', limit: 600 }] as const
    const report = reportOf({ limits, used: { ...NOTHING, minute: 600 } })
    expect(report).toMatchObject({ level: 'healthy', warnings: [] })
    expect(report.providers[0]?.windows[0]).toMatchObject({ usedShare: 1 })
  })

  it('count by the worst of them', () => {
    const limits = [
      { window: 'hour', limit: 100 },
      { window: 'month', limit: 1_000 },
    ] as const
    const report = reportOf({ limits, used: { ...NOTHING, hour: 80, month: 950 } })
    expect(report.providers[0]?.windows.map(({ level }) => level)).toEqual(['warning', 'critical'])
    expect(report.level).toBe('critical')
    expect(report.warnings).toHaveLength(2)
  })

  it('without a limit show what is used, and are never a reason to worry', () => {
    const { level, providers } = reportOf({ limits: [], used: { ...NOTHING, day: 123 } })
    expect(level).toBe('healthy')
    expect(providers[0]?.windows).toMatchObject([{ window: 'day', used: 123, limit: null }])
  })
})

describe('the health of a provider', () => {
  const failed = (outcome: UsageHour['outcome'], requests: number): UsageHour => ({
    ...ok('12', 0),
    outcome,
    requests,
  })
  const withHours = (...hours: UsageHour[]) => reportOf({ hours })

  it('is that of its answered requests', () => {
    expect(withHours(ok('12', 80), failed('timeout', 20))).toMatchObject({ level: 'healthy' })
    const sick = withHours(ok('12', 79), failed('timeout', 15), failed('unavailable', 6))
    expect(sick).toMatchObject({
      level: 'warning',
      providers: [{ successRate: 0.79, requests: 100, mainFailure: 'timeout' }],
    })
    expect(sick.warnings[0]).toMatch(/only 79 % .* \(100 made\), most others failed as timeout/)
  })

  it('does not suffer from rate-limited requests', () => {
    const hasty = withHours(ok('12', 10), failed('rate-limited', 90))
    expect(hasty).toMatchObject({ level: 'healthy', providers: [{ successRate: 1 }] })
  })

  it('is not known without requests', () => {
    expect(withHours()).toMatchObject({ level: 'healthy', providers: [{ successRate: null }] })
  })
})

describe('the cooldown of a provider', () => {
  const parkedUntil = new Date('2026-11-22T17:30:00Z')

  it('is said while it holds', () => {
    const parkedReason = 'rate-limited: Open-Meteo: too many'
    const report = reportOf({ parkedUntil, parkedReason })
    expect(report).toMatchObject({
      level: 'warning',
      providers: [{ parkedUntil: '2026-11-22T17:30:00.000Z', parkedReason }],
      warnings: [`Open-Meteo: paused until 17:30 UTC (${parkedReason})`],
    })
    const after = reportOf({ parkedUntil, parkedReason }, new Date('2026-11-22T17:30:00Z'))
    expect(after).toMatchObject({ level: 'healthy', providers: [{ parkedUntil: null }] })
    expect(after.providers[0]?.parkedReason).toBeNull()
  })

  it('is critical where it refused the key: nothing mends that by itself', () => {
    const report = reportOf({ isKeyRefused: true, parkedReason: 'unauthorized: wrong key' })
    expect(report.level).toBe('critical')
    expect(report.warnings[0]).toContain('correct its key')
  })
})

it('judges nothing where no provider is in use', () => {
  expect(judgeQuota([], NOW)).toEqual({ level: null, providers: [], warnings: [] })
})
