import { expect, it, vi } from 'vitest'
import { EMPTY_TALLY } from '../../contracts/tally.ts'
import type { RefreshAllCitiesResult } from '../../contracts/refresh-results.ts'
import type { TaskStatus } from '../../temporal/tasks.ts'
import { EXIT } from '../exit-codes.ts'
import { endText, exitCodeOf } from './refresh-end.ts'
import { watchRefresh, type RefreshWatch } from './watch-refresh.ts'

const RESULT: RefreshAllCitiesResult = {
  ...EMPTY_TALLY,
  ok: 7,
  failed: 2,
  providers: { 'open-meteo': { served: 7, failures: { timeout: 2 } } },
  failures: [
    {
      cityId: 5,
      name: 'Bonn',
      attempts: [{ provider: 'open-meteo', products: ['conditions'], outcome: 'timeout' }],
    },
  ],
  runId: 'r',
  status: 'completed_partial',
  fanOut: 'city',
  total: 10,
  skipped: 1,
  leftSample: [],
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 4_000,
}

const RUNNING: TaskStatus = {
  taskId: 't',
  workflowId: 't',
  runId: 'r',
  name: 'refreshAllCities',
  status: 'PENDING',
  result: null,
  failure: null,
  reason: null,
  progress: null,
  startedAt: new Date(0),
  closedAt: null,
  attempts: null,
  nextRetryAt: null,
}

const CLOSED: TaskStatus = { ...RUNNING, status: 'SUCCESS', result: RESULT, closedAt: new Date(1) }

function watching(answers: (TaskStatus | Error | undefined)[]): RefreshWatch {
  return {
    status: () => {
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
    isPassing: (error) => error instanceof RangeError,
    view: { show: vi.fn(), end: vi.fn() },
    onIdle: vi.fn(),
    signal: new AbortController().signal,
    pollMs: 1,
  }
}

it('shows the final counts and ends the view', async () => {
  const watch = watching([RUNNING, CLOSED])
  expect(await watchRefresh(watch)).toEqual({ kind: 'finished', result: RESULT })
  expect(watch.view.show).toHaveBeenLastCalledWith(
    expect.objectContaining({ total: 10, done: 7, failed: 2, skipped: 1 }),
  )
  expect(watch.view.end).toHaveBeenCalledOnce()
})

it('bears with a server that is away for a moment, not with other faults', async () => {
  expect((await watchRefresh(watching([new RangeError(), CLOSED]))).kind).toBe('finished')
  await expect(watchRefresh(watching([new TypeError('bug')]))).rejects.toThrow('bug')
})

it('says once that no worker takes up the work', async () => {
  const watch = { ...watching([RUNNING, RUNNING, RUNNING, CLOSED]), idleAfterMs: 0 }
  await watchRefresh(watch)
  expect(watch.onIdle).toHaveBeenCalledOnce()
})

it('distinguishes a run that ended without a result from one that is not known', async () => {
  const terminated = { ...RUNNING, status: 'REVOKED', closedAt: new Date(1) } as const
  const ends = [
    await watchRefresh(watching([terminated])),
    await watchRefresh(watching([undefined])),
  ]
  expect(ends).toEqual([
    { kind: 'broken', reason: 'revoked' },
    { kind: 'broken', reason: 'the server no longer knows the run' },
  ])
})

it('exits with 1 when any city failed or was left, with 0 else', () => {
  const finished = (more: Partial<RefreshAllCitiesResult>) =>
    exitCodeOf({ kind: 'finished', result: { ...RESULT, status: 'completed', ...more } })
  expect(finished({ failed: 0 })).toBe(EXIT.ok)
  expect(finished({ failed: 1 })).toBe(EXIT.failed)
  expect(finished({ failed: 0, left: 3 })).toBe(EXIT.failed)
  expect(exitCodeOf({ kind: 'broken', reason: 'x' })).toBe(EXIT.failed)
})

it('names what happened, who served, and who failed why', () => {
  expect(endText({ kind: 'finished', result: RESULT })).toBe(
    [
      'Completed in part in 4.0 s: 10 cities, 7 refreshed, 1 fresh already, 2 failed.',
      '  open-meteo: served 7 cities; failures: 2 × timeout',
      '  ✗ Bonn (id 5): open-meteo timeout',
      '  and 1 more',
    ].join('\n'),
  )
})
