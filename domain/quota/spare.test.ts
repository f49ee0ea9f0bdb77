import { expect, it } from 'vitest'
import { judgeQuota } from './judge.ts'
import type { QuotaFacts } from './quota-report.ts'
import { spareOf } from './spare.ts'

const NOON = new Date('2026-11-22T12:00:00Z')
const UNUSED = { minute: 0, hour: 0, day: 0, month: 0 }

const facts = (part: Partial<QuotaFacts> = {}): QuotaFacts => ({
  provider: 'open-meteo',
  limits: [
    { window: 'day', limit: 10_000 },
    { window: 'minute', limit: 600 },
  ],
  used: UNUSED,
  hours: [],
  parkedUntil: null,
  parkedReason: null,
  ...part,
})

const spare = (part: Partial<QuotaFacts> = {}, spent = 0, share = 0.01): number => {
  const [report] = judgeQuota([facts(part)], NOON).providers
  if (!report) throw new Error('no report')
  return spareOf(report, { share, spent, now: NOON })
}

it('is a share of the limits, as much of it as has passed of the day', () => {
  expect(spare()).toBeCloseTo(50)
  expect(spare({}, 40)).toBeCloseTo(10)
  expect(spare({}, 60)).toBe(0)
  expect(spare({}, 0, 0)).toBe(0)
  expect(spare({ limits: [{ window: 'month', limit: 3_000 }] })).toBeCloseTo(0.5)
  expect(spare({ limits: [] })).toBe(Infinity)
})

it('is nothing where a window runs out, or the provider has trouble', () => {
  expect(spare({ used: { ...UNUSED, day: 7_500 } })).toBe(0)
  expect(spare({ used: { ...UNUSED, minute: 450 } })).toBe(0)
  const hour = { hour: NOON, outcome: 'ok' as const, requests: 10, weight: 500 }
  const lastHour = { ...hour, hour: new Date(NOON.getTime() - 3_600_000), weight: 900 }
  expect(spare({ used: { ...UNUSED, day: 1_000 }, hours: [lastHour] })).toBe(0)
  expect(spare({ parkedUntil: new Date(NOON.getTime() + 1), parkedReason: 'wait' })).toBe(0)
  expect(spare({ isKeyRefused: true })).toBe(0)
})
