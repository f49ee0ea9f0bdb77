import { ActivityFailure, ApplicationFailure, RetryState, TimeoutFailure } from '@temporalio/common'
import { expect, test } from 'vitest'
import { NO_PROVIDER_ANSWERED } from '../contracts/refresh.ts'
import { failureChain, reasonOf } from './failure-chain.ts'

const ATTEMPT = { provider: 'open-meteo', products: ['conditions'], outcome: 'timeout' } as const

test('a failure is told outermost first, and the reason is what went wrong', () => {
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
  expect(reasonOf(chain)).toBe('NoProviderAnswered: No provider answered for London')
})

test('details of other failures stay inside', () => {
  const failure = ApplicationFailure.create({ type: 'Odd', message: 'a\nb', details: ['secret'] })
  expect(failureChain(failure)).toEqual([{ kind: 'application', type: 'Odd', message: 'a\nb' }])
  expect(reasonOf(failureChain(failure))).toBe('Odd: a')
})

test('a time limit is named', () => {
  const chain = failureChain(new TimeoutFailure('Workflow timed out', undefined, 'START_TO_CLOSE'))
  expect(reasonOf(chain)).toBe('START_TO_CLOSE: Workflow timed out')
  expect(reasonOf([])).toBeNull()
})
