import { expect, it } from 'vitest'
import type { CleanupResult } from '../../contracts/cleanup.ts'
import { EXIT } from '../exit-codes.ts'
import { cleanupEndText, cleanupExitCode } from './cleanup-end.ts'

const RESULT: CleanupResult = {
  runId: 'run',
  status: 'completed',
  message: '',
  startedAt: '2026-11-22T02:00:00.000Z',
  durationMs: 12_000,
  deleted: { conditions: 12_345, air_quality: 0, forecast_days: 1 },
  totalDeleted: 12_346,
  dryRun: false,
  analyzed: [],
  left: [],
  localDate: null,
  alreadyDone: false,
}

const ended = (news: Partial<CleanupResult> = {}) =>
  ({ kind: 'finished', result: { ...RESULT, ...news } }) as const

it('names the tables that lost rows, and how many', () => {
  const text = cleanupEndText(ended())
  expect(text).toMatch(/conditions +│ +12,345 /)
  expect(text).toMatch(/forecast_days +│ +1 /)
  expect(text).not.toContain('air_quality')
  expect(text).toMatch(/Deleted 12,346 rows in 12 s\.$/)
})

it('says of a dry run what would be deleted, also nothing', () => {
  expect(cleanupEndText(ended({ dryRun: true }))).toMatch(/Would delete 12,346 rows\.$/)
  const nothing = { dryRun: true, deleted: { conditions: 0 }, totalDeleted: 0 }
  expect(cleanupEndText(ended(nothing))).toBe('Would delete 0 rows.')
})

it('names what is left, and fails', () => {
  const cut = ended({ status: 'timed_out', left: ['forecast_days', 'run_summaries'] })
  expect(cleanupEndText(cut)).toContain(
    'Out of time before these tables: forecast_days, run_summaries.',
  )
  expect(cleanupExitCode(cut)).toBe(EXIT.failed)
  expect(cleanupExitCode(ended())).toBe(EXIT.ok)
})

it('gives the reason when there is no result', () => {
  const broken = { kind: 'broken', reason: 'cancelled' } as const
  expect(cleanupEndText(broken)).toBe('The cleanup ended without a result: cancelled')
  expect(cleanupExitCode(broken)).toBe(EXIT.failed)
})
