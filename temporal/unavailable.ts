import { isGrpcServiceError } from '@temporalio/client'
import { GRPC_STATUS } from './grpc-status.ts'

const { cancelled, deadlineExceeded, resourceExhausted, unavailable } = GRPC_STATUS
/** A deadline that passes at the server first ends the call as cancelled; nothing here cancels calls. */
const TRANSIENT: readonly number[] = [cancelled, deadlineExceeded, resourceExhausted, unavailable]

/** Whether the server was away or busy, so that the same call may succeed later. */
export function isTemporalUnavailable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (isGrpcServiceError(cause) && TRANSIENT.includes(cause.code)) return true
  }
  return false
}
