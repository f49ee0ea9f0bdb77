import { isGrpcServiceError } from '@temporalio/client'

/** gRPC's numbers for: deadline exceeded, resource exhausted, unavailable. */
const PASSING = [4, 8, 14]

/** Whether the server was away or busy, so that the same call may succeed later. */
export function isTemporalUnavailable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (isGrpcServiceError(cause) && PASSING.includes(cause.code)) return true
  }
  return false
}
