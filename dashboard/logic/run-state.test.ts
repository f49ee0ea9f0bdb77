import { expect, test } from 'vitest'
import { stateText } from './run-state.ts'

test.each([
  ['STARTED', 'running'],
  ['completed_partial', 'done in part'],
  ['timed_out', 'out of time'],
  ['failed', 'failed'],
  ['left_alone', 'left alone'],
])('%s is said as “%s”', (state, text) => {
  expect(stateText(state)).toBe(text)
})
