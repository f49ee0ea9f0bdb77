import { expect, test } from 'vitest'
import { afterReads, decayed, type Score } from './popularity.ts'

const HALF_LIFE_HOURS = 24
const START = new Date('2026-11-22T00:00:00Z')
const later = (hours: number): Date => new Date(START.getTime() + hours * 3_600_000)

const scoreAfter = (hours: number, score: Score): number =>
  decayed(score, later(hours), HALF_LIFE_HOURS)

test('a score halves with every half-life', () => {
  const score = afterReads(undefined, 1000, START, HALF_LIFE_HOURS)
  expect([0, 24, 48, 240].map((hours) => scoreAfter(hours, score))).toEqual([
    1000,
    500,
    250,
    1000 / 1024,
  ])
})

test('what was read yesterday yields to what is read today', () => {
  const yesterday = afterReads(undefined, 1000, START, HALF_LIFE_HOURS)
  const today = afterReads(undefined, 600, later(24), HALF_LIFE_HOURS)
  expect(scoreAfter(24, yesterday)).toBeLessThan(scoreAfter(24, today))
})

test('steady reads settle at a score instead of growing without end', () => {
  let score: Score | undefined
  for (let hour = 0; hour < 24 * 60; hour++) {
    score = afterReads(score, 10, later(hour), HALF_LIFE_HOURS)
  }
  const atRest = 10 / (1 - 2 ** (-1 / HALF_LIFE_HOURS))
  expect(score?.score).toBeCloseTo(atRest, 6)
})

test('counting in parts comes to the same as counting at once', () => {
  let inParts: Score | undefined
  for (let part = 0; part < 6; part++) inParts = afterReads(inParts, 50, START, HALF_LIFE_HOURS)
  expect(inParts).toEqual(afterReads(undefined, 300, START, HALF_LIFE_HOURS))
})

test('clocks that disagree neither raise a score nor turn it back', () => {
  const ahead = afterReads(undefined, 100, later(1), HALF_LIFE_HOURS)
  expect(afterReads(ahead, 1, START, HALF_LIFE_HOURS)).toEqual({ score: 101, scoredAt: later(1) })
})

test('after an age without a read there is nearly nothing left, and still a number', () => {
  const ancient = scoreAfter(24 * 10_000, { score: 1e9, scoredAt: START })
  expect(ancient).toBeGreaterThan(0)
  expect(ancient).toBeLessThan(1e-200)
})
