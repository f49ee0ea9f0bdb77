import { ActivityFailure, ApplicationFailure, RetryState, TimeoutFailure } from '@temporalio/common'
import { expect, test } from 'vitest'
import { NO_PROVIDER_ANSWERED } from '../contracts/refresh-results.ts'
import { failureChain, failureReason } from './failure-chain.ts'

const ATTEMPT = { provider: 'open-meteo', products: ['conditions'], outcome: 'timeout' } as const

test('a failure chain starts with the outermost failure, and the reason is the root cause', () => {
  const cause = ApplicationFailure.create({
    type: NO_PROVIDER_ANSWERED,
    message: 'No provider answered for London',
    details: [[ATTEMPT]],
  })
  const chain = failureChain(
    new ActivityFailure('Activity task failed', 'refresh', '1', RetryState.TIMEOUT, '', cause),
  )
  expect(chain).toEqual([
    { kind: 'activity', type: 'refresh', message: 'Activity task failed' },
    {
      kind: 'application',
      type: 'NoProviderAnswered',
      message: 'No provider answered for London',
      attempts: [ATTEMPT],
    },
  ])
  expect(failureReason(chain)).toBe('NoProviderAnswered: No provider answered for London')
})

test('details of other failures stay inside', () => {
  const failure = ApplicationFailure.create({ type: 'Odd', message: 'a\nb', details: ['secret'] })
  expect(failureChain(failure)).toEqual([{ kind: 'application', type: 'Odd', message: 'a\nb' }])
  expect(failureReason(failureChain(failure))).toBe('Odd: a')
})

test('a time limit is named', () => {
  const chain = failureChain(new TimeoutFailure('Workflow timed out', undefined, 'START_TO_CLOSE'))
  expect(failureReason(chain)).toBe('START_TO_CLOSE: Workflow timed out')
  expect(failureReason([])).toBeNull()
})
