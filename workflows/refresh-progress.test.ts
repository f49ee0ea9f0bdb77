import { describe, expect, test } from 'vitest'
import type { RefreshCarried } from '../contracts/refresh.ts'
import { EMPTY_TALLY } from '../contracts/tally.ts'
import {
  endingOf,
  left,
  progressOf,
  progressTable,
  resultOf,
  UNCOUNTED,
} from './refresh-progress.ts'

const START_MS = Date.UTC(2026, 10, 1)
const RUN: RefreshCarried = {
  ...UNCOUNTED,
  runId: 'run',
  startedAtMs: START_MS,
  fanOut: 'bulk',
  active: 20,
  due: 12,
  tally: { ...EMPTY_TALLY, ok: 5, partial: 1, failed: 2, joined: 1 },
}

test('every city of a run is in exactly one count', () => {
  const progress = progressOf(RUN, START_MS + 3_000)
  expect(progress).toEqual({
    total: 20,
    done: 6,
    failed: 2,
    joined: 1,
    waiting: 3,
    skipped: 8,
    ratePerSecond: 3,
    fanOut: 'bulk',
    since: '2026-11-01T00:00:00.000Z',
  })
  const { total, done, failed, joined, waiting, skipped } = progress
  expect(done + failed + joined + waiting + skipped).toBe(total)
})

test('a run that has just started has a rate, and no gear before its cities are counted', () => {
  const begun = { ...UNCOUNTED, runId: 'run', startedAtMs: START_MS }
  expect(progressOf(begun, START_MS)).toMatchObject({ ratePerSecond: 0, fanOut: null, total: 0 })
})

test('more outcomes than were due leave nothing waiting', () => {
  const more = { ...RUN, due: 4 }
  expect(left(more)).toBe(0)
  expect(progressOf(more, START_MS + 1_000)).toMatchObject({ waiting: 0, skipped: 11 })
})

test('the table for the Web UI shows the counts and who served', () => {
  const providers = { 'open-meteo': { served: 4, failures: {} } }
  const table = progressTable({ ...RUN, tally: { ...RUN.tally, providers } }, START_MS + 2_000)
  expect(table).toContain('| 20 | 6 | 2 | 8 | 1 | 3 | 4.5 |\n')
  expect(table).toContain('Gear bulk. Served by open-meteo: 4.')
  expect(progressTable(RUN, START_MS)).toContain('Served by no provider yet.')
})

test('the result counts what is left, and how long the run took', () => {
  const leftSample = [{ cityId: 7, name: 'Bergen' }]
  const end = { status: 'timed_out', leftSample, nowMs: START_MS + 60_000 } as const
  expect(resultOf(RUN, end)).toMatchObject({
    ok: 5,
    left: 3,
    skipped: 8,
    total: 20,
    status: 'timed_out',
    leftSample,
    durationMs: 60_000,
    startedAt: '2026-11-01T00:00:00.000Z',
  })
})

describe('the ending of a run that went through all its cities', () => {
  const endingWith = (
    tally: Partial<RefreshCarried['tally']>,
    more: Partial<RefreshCarried> = {},
  ) => endingOf({ ...RUN, tally: { ...EMPTY_TALLY, ...tally }, ...more })

  test('is completed when every city was served or joined, or none was due', () => {
    expect(endingWith({ ok: 3, joined: 1 })).toBe('completed')
    expect(endingWith({})).toBe('completed')
  })

  test('is partial when a city failed, lacks a product or was left, or a shard has failed', () => {
    expect(endingWith({ ok: 3, failed: 1 })).toBe('completed_partial')
    expect(endingWith({ partial: 1 })).toBe('completed_partial')
    expect(endingWith({ ok: 1, left: 1 })).toBe('completed_partial')
    expect(endingWith({ ok: 3 }, { shardFailed: true })).toBe('completed_partial')
  })

  test('is failed when no city was served', () => {
    expect(endingWith({ failed: 2 })).toBe('failed')
    expect(endingWith({ failed: 2, joined: 1 })).toBe('completed_partial')
  })
})
