import type { WorkflowExecutionDescription } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time.js'
import { expect, test } from 'vitest'
import { attemptOf, nextRetryOf, statusOf, type TaskStatusName } from './task-status.ts'

type Described = Parameters<typeof statusOf>[0]
type Status = WorkflowExecutionDescription['status']
type StatusName = Status['name']

const described = (name: StatusName, raw: Described['raw'] = {}, historyLength = 5): Described => ({
  status: { name } as Status,
  raw,
  historyLength,
})

const CLOSED: [StatusName, TaskStatusName][] = [
  ['COMPLETED', 'SUCCESS'],
  ['FAILED', 'FAILURE'],
  ['TIMED_OUT', 'FAILURE'],
  ['CANCELLED', 'REVOKED'],
  ['TERMINATED', 'REVOKED'],
]

test.each(CLOSED)('E21: a run that is %s counts as %s', (name, status) => {
  expect(statusOf(described(name))).toBe(status)
})

test('E21: a run no worker has taken up is pending', () => {
  expect(statusOf(described('RUNNING', { pendingWorkflowTask: {} }, 2))).toBe('PENDING')
  expect(statusOf(described('RUNNING', { pendingWorkflowTask: {} }, 8))).toBe('STARTED')
})

test('E21: a run whose activity is tried again is retrying', () => {
  const once = described('RUNNING', { pendingActivities: [{ attempt: 1 }] })
  const again = described('RUNNING', { pendingActivities: [{ attempt: 1 }, { attempt: 3 }] })
  expect([statusOf(once), attemptOf(once)]).toEqual(['STARTED', 1])
  expect([statusOf(again), attemptOf(again)]).toEqual(['RETRY', 3])
  expect(attemptOf(described('RUNNING'))).toBeNull()
})

test('a failed activity says when it is tried again', () => {
  const waiting = {
    attempt: 2,
    nextAttemptScheduleTime: msToTs(1_790_000_000_000),
  }
  const raw = { pendingActivities: [{ attempt: 5 }, waiting] }
  expect(nextRetryOf({ raw })).toEqual(new Date(1_790_000_000_000))
  expect(nextRetryOf({ raw: { pendingActivities: [{ attempt: 5 }] } })).toBeNull()
  expect(nextRetryOf({ raw: {} })).toBeNull()
})
