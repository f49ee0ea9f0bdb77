import { expect, test } from 'vitest'
import type { ScheduleChange } from '../../temporal/schedules.ts'
import { changesText, changeText } from './change-text.ts'

const change = (kind: ScheduleChange['change'], rest: Partial<ScheduleChange> = {}) => ({
  id: 'monitor-api-quota',
  change: kind,
  differences: [],
  pausedWith: null,
  ...rest,
})

test('a change is shown with what differs, and with the pause it leaves', () => {
  const differences = ['jitter: 0 s → 20 s', 'input']
  const updated = change('updated', { differences, pausedWith: 'quiet week' })
  expect(changeText(updated)).toBe(
    'monitor-api-quota updated: jitter: 0 s → 20 s, input; stays paused (quiet week)',
  )
  expect(changeText(change('deleted', { pausedWith: 'quiet week' }))).toBe(
    'monitor-api-quota deleted',
  )
})

test('the sum leaves out what did not happen, and counts what stays as no change', () => {
  const unchanged = [change('unchanged'), change('unchanged')]
  expect(changesText(unchanged, false)).toBe('0 changes: 2 unchanged')
  expect(changesText([change('created'), ...unchanged], true)).toBe(
    '1 change: 1 created, 2 unchanged (dry run: nothing was changed)',
  )
})
