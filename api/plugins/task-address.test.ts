import { expect, test } from 'vitest'
import { withTaskAsOnePart } from './task-address.ts'

const TASK = '/api/weather/monitoring/task/'
const rewritten = (url: string): string => withTaskAsOnePart({ url })

test.each([
  ['refresh-city/1/run', 'refresh-city%2F1%2Frun'],
  ['refresh-city/1/run/', 'refresh-city%2F1%2Frun'],
  ['refresh-city/1/run/events', 'refresh-city%2F1%2Frun/events'],
  ['a/cancel//?x=/', 'a/cancel?x=/'],
  ['///', ''],
  [`${'/'.repeat(15_000)}x`, `${'%2F'.repeat(15_000)}x`],
])('the id of a task is one part of its address: %#', (written, read) => {
  expect(rewritten(TASK + written)).toBe(TASK + read)
})

test('another address stays as it is', () => {
  expect(rewritten('/api/weather/monitoring/tasks?cursor=a/b')).toBe(
    '/api/weather/monitoring/tasks?cursor=a/b',
  )
})
