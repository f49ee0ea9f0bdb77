import { expect, test } from 'vitest'
import type { RefreshContext } from '../../contracts/refresh.ts'
import { dueCutoff } from '../../domain/weather/freshness.ts'
import { cutoffsOf } from './cutoffs.ts'

const START = new Date('2026-11-01T12:00:00Z')
const CONTEXT: RefreshContext = {
  runId: 'run',
  trigger: 'schedule',
  startedAtMs: START.getTime(),
  force: false,
  maxAgeSeconds: { conditions: 900, forecast: 21_600 },
  tickSeconds: 300,
  claimMs: 60_000,
  priority: 'schedule',
}
const PRODUCTS = { products: ['conditions', 'forecast', 'air-quality'] } as const

test('a product is due by its age at the start of the run, or at the next tick', () => {
  const { conditions, forecast } = cutoffsOf(CONTEXT, PRODUCTS)
  expect(conditions).toEqual(dueCutoff(START, 900, 300))
  expect(forecast).toEqual(dueCutoff(START, 21_600, 300))
  expect(conditions).toEqual(new Date('2026-11-01T11:49:30.000Z'))
})

test('forced, what was not confirmed since the start is due', () => {
  expect(cutoffsOf({ ...CONTEXT, force: true }, PRODUCTS)).toEqual({
    conditions: START,
    forecast: START,
  })
})

test('what was confirmed since the start is not due, however far away the next tick is', () => {
  expect(cutoffsOf({ ...CONTEXT, tickSeconds: 86_400 }, PRODUCTS)).toEqual({
    conditions: START,
    forecast: START,
  })
})

test('a product without a maximum age, or without a provider, makes no city due', () => {
  expect(cutoffsOf(CONTEXT, PRODUCTS)).not.toHaveProperty('air-quality')
  expect(Object.keys(cutoffsOf(CONTEXT, { products: ['forecast'] }))).toEqual(['forecast'])
  expect(cutoffsOf(CONTEXT, { products: [] })).toEqual({})
})
