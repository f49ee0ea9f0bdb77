import { expect, test } from 'vitest'
import { countsText, messageOf, runReportOf } from './run-report.ts'

const RESULT = {
  status: 'completed_partial',
  total: 100,
  ok: 90,
  partial: 0,
  failed: 1,
  left: 9,
  providers: {
    'open-meteo': { served: 0, failures: { timeout: 12, unavailable: 30 } },
    'met-norway': { served: 90, failures: {} },
  },
  failures: [{ cityId: 1, name: 'Lima', attempts: [] }, { name: 'unknown' }],
  leftSample: [{ cityId: 2, name: 'Perth' }],
}

test('a refresh of many cities says why, the most frequent cause first', () => {
  const report = runReportOf(RESULT)
  expect(report).toMatchObject({
    status: 'completed_partial',
    served: [['met-norway', 90]],
    causes: [
      { provider: 'open-meteo', kind: 'unavailable', cities: 30 },
      { provider: 'open-meteo', kind: 'timeout', cities: 12 },
    ],
    failed: [{ cityId: 1, name: 'Lima' }],
    left: [{ cityId: 2, name: 'Perth' }],
  })
  expect(report && countsText(report)).toBe('100 cities, 90 ok, 1 failed, 9 left')
})

test('another job has its sentence', () => {
  expect(runReportOf({ message: 'done' })).toBeUndefined()
  expect(messageOf({ message: 'done' })).toBe('done')
  for (const result of [null, undefined, 7, 'text', []]) {
    expect([runReportOf(result), messageOf(result)]).toEqual([undefined, undefined])
  }
})
