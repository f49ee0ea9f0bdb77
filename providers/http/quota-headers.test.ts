import { describe, expect, it } from 'vitest'
import type { QuotaLimit } from '../../domain/quota/windows.ts'
import { quotaReportedBy, resetMsOf } from './quota-headers.ts'

const NOW = new Date('2026-11-22T12:30:30Z')
const limit = (window: QuotaLimit['window'], most: number): QuotaLimit => ({
  window,
  limit: most,
  source: 'test',
  asOf: '2026-11-22',
})
const LIMITS = [limit('minute', 60), limit('hour', 1000), limit('month', 10_000)]

describe('headers that say what is left', () => {
  it.each([
    [
      'a name with its window',
      { 'x-ratelimit-remaining-hour': '37', 'x-ratelimit-limit-hour': '500' },
      'hour',
      37,
      500,
    ],
    [
      'the limit of one window',
      { 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '37' },
      'hour',
      37,
      1000,
    ],
    [
      'the length of a policy',
      { ratelimit: '"default";r=37;t=50', 'ratelimit-policy': '"default";q=70;w=60' },
      'minute',
      37,
      70,
    ],
    [
      'the length beside the limit',
      { 'ratelimit-limit': '70, 70;w=3600', 'ratelimit-remaining': '37' },
      'hour',
      37,
      70,
    ],
    ['the older joined form', { ratelimit: 'limit=60, remaining=37, reset=30' }, 'minute', 37, 60],
    [
      'the seconds to its reset',
      { 'ratelimit-remaining': '37', 'ratelimit-reset': '1770' },
      'hour',
      37,
      null,
    ],
    [
      'the moment of its reset',
      {
        'x-ratelimit-remaining': '37',
        'x-ratelimit-reset': String(Date.parse('2026-12-01T00:00:00Z') / 1000),
      },
      'month',
      37,
      null,
    ],
  ] as const)('are of the window that %s says', (_, headers, window, left, most) => {
    expect(quotaReportedBy(headers, LIMITS, NOW)).toEqual([{ window, left, limit: most }])
  })

  it.each([
    ['nothing', {}],
    ['a number alone', { 'ratelimit-remaining': '37' }],
    ['a limit that is none of ours', { 'ratelimit-remaining': '37', 'ratelimit-limit': '99' }],
    [
      'a length that is none of ours',
      { 'ratelimit-remaining': '37', 'ratelimit-policy': '100;w=10' },
    ],
    ['a word', { 'x-ratelimit-remaining-hour': 'many' }],
    ['a negative number', { 'x-ratelimit-remaining-hour': '-3' }],
    ['a window that we do not limit', { 'x-ratelimit-remaining-day': '3' }],
  ])('are left out where they say %s', (_, headers) => {
    expect(quotaReportedBy(headers, LIMITS, NOW)).toEqual([])
  })

  it('name every window that they say something of', () => {
    const headers = { 'x-ratelimit-remaining-minute': '3', 'x-ratelimit-remaining-month': '900' }
    expect(quotaReportedBy(headers, LIMITS, NOW)).toMatchObject([
      { window: 'minute', left: 3 },
      { window: 'month', left: 900 },
    ])
  })

  it('say how long a refusal lasts, in seconds or as a moment', () => {
    expect(resetMsOf({ 'ratelimit-reset': '90' }, NOW)).toBe(90_000)
    const at = String(NOW.getTime() / 1000 + 90)
    expect(resetMsOf({ 'x-ratelimit-reset': at }, NOW)).toBe(90_000)
    expect(resetMsOf({}, NOW)).toBeUndefined()
  })
})
