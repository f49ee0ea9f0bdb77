import { ServiceError } from '@temporalio/client'
import { expect, test } from 'vitest'
import { GRPC_STATUS } from './grpc-status.ts'
import { isTemporalUnavailable } from './unavailable.ts'

const failed = (code: number) => {
  const cause = Object.assign(new Error('call'), { code, details: 'why', metadata: {} })
  return new ServiceError('failed to start', { cause })
}

test.each(['cancelled', 'deadlineExceeded', 'resourceExhausted', 'unavailable'] as const)(
  'a call that ends as %s may succeed later',
  (status) => {
    expect(isTemporalUnavailable(failed(GRPC_STATUS[status]))).toBe(true)
  },
)

test.each([failed(GRPC_STATUS.notFound), new Error('other'), 'text'])(
  'what is refused or broken says nothing of the server',
  (error) => {
    expect(isTemporalUnavailable(error)).toBe(false)
  },
)
