import { expect, test, vi } from 'vitest'
import { runEndsOf, withEnds } from './run-ends.ts'
import type { ScheduleState } from './state.ts'

const run = (runId: string) => ({
  taskId: `task/${runId}`,
  runId,
  scheduledAt: new Date(0),
  startedAt: new Date(0),
})
const STATE = { id: 'a', recentRuns: [run('going'), run('ended')] } as unknown as ScheduleState
const isAway = (error: unknown) => error instanceof RangeError

test('each run has the status in which it ended, or none', async () => {
  const read = vi.fn(() => Promise.resolve(new Map([['ended', 'completed']])))
  const ended = await runEndsOf([STATE], { read, isAway, onAway: vi.fn() })
  expect(read).toHaveBeenCalledExactlyOnceWith(['going', 'ended'])
  expect(withEnds(STATE, ended).recentRuns.map(({ status }) => status)).toEqual([null, 'completed'])
})

test('a source that is away leaves every end unknown; any other error is thrown', async () => {
  const onAway = vi.fn()
  const away = new RangeError('away')
  const ends = await runEndsOf([STATE], { read: () => Promise.reject(away), isAway, onAway })
  expect([ends.size, onAway.mock.calls]).toEqual([0, [[away]]])
  const defect = { read: () => Promise.reject(new TypeError('defect')), isAway, onAway }
  await expect(runEndsOf([STATE], defect)).rejects.toThrow('defect')
})
