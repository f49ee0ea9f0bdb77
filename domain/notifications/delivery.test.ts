import { expect, it } from 'vitest'
import { answerText, GIVE_UP_AFTER_MS, isGivenUp, MOST_REJECTIONS, verdictOf } from './delivery.ts'

it.each([
  [200, 'delivered'],
  [204, 'delivered'],
  [301, 'rejected'],
  [400, 'rejected'],
  [404, 'rejected'],
  [408, 'later'],
  [410, 'gone'],
  [429, 'later'],
  [500, 'later'],
  [503, 'later'],
] as const)('an answer of %d is %s', (status, verdict) => {
  expect(verdictOf({ kind: 'status', status })).toBe(verdict)
  expect(answerText({ kind: 'status', status })).toBe(`HTTP ${status}`)
})

it.each(['unreachable', 'refused'] as const)('what is %s is tried later', (kind) => {
  expect(verdictOf({ kind, reason: 'ECONNREFUSED' })).toBe('later')
  expect(answerText({ kind, reason: 'ECONNREFUSED' })).toBe('ECONNREFUSED')
})

it('gives up what is days old, and what was rejected again and again', () => {
  const away = { verdict: 'later', attempts: 100 } as const
  expect(isGivenUp({ ...away, ageMs: GIVE_UP_AFTER_MS - 1 })).toBe(false)
  expect(isGivenUp({ ...away, ageMs: GIVE_UP_AFTER_MS })).toBe(true)
  const rejected = { verdict: 'rejected', ageMs: 0 } as const
  expect(isGivenUp({ ...rejected, attempts: MOST_REJECTIONS - 1 })).toBe(false)
  expect(isGivenUp({ ...rejected, attempts: MOST_REJECTIONS })).toBe(true)
})
