import { isGrpcServiceError } from '@temporalio/client'
import { GRPC_STATUS } from './grpc-status.ts'

const { deadlineExceeded, resourceExhausted, unavailable } = GRPC_STATUS
const TRANSIENT: readonly number[] = [deadlineExceeded, resourceExhausted, unavailable]

/** Whether the server was away or busy, so that the same call may succeed later. */
export function isTemporalUnavailable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (isGrpcServiceError(cause) && TRANSIENT.includes(cause.code)) return true
  }
  return false
}
