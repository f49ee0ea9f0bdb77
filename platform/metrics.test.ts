import { Counter } from 'prom-client'
import { expect, test } from 'vitest'
import { createMetrics } from './metrics.ts'

test('registries share nothing', async () => {
  const [one, other] = [createMetrics(), createMetrics()]
  new Counter({ name: 'asks_total', help: 'Asks', registers: [one] }).inc(2)
  expect(await one.metrics()).toContain('asks_total 2')
  expect(await other.metrics()).not.toContain('asks_total')
})

test('process metrics come only when wanted', async () => {
  expect(await createMetrics({ processMetrics: true }).metrics()).toContain('process_cpu')
  expect((await createMetrics().metrics()).trim()).toBe('')
})
