import { isDatabaseUnavailable } from '../../db/queries/faults.ts'
import { GRPC_STATUS } from '../../temporal/grpc-status.ts'

const NO_ANSWER: readonly unknown[] = [GRPC_STATUS.deadlineExceeded, GRPC_STATUS.unavailable]

/** Whether the database or the Temporal server could not be reached; both fail with the same codes. */
export const isConnectionFault = (error: unknown): boolean =>
  isDatabaseUnavailable(error) ||
  [...chainOf(error)].some((one) => 'code' in one && NO_ANSWER.includes(one.code))

/** The innermost error says what happened; a failed connection may hold one error per address. */
export function reasonOf(error: unknown): string {
  const innermost = [...chainOf(error)].at(-1)
  if (innermost === undefined) return String(error)
  if (innermost instanceof AggregateError) return innermost.errors.map(String).join('; ')
  return innermost.message
}

export function* chainOf(error: unknown): Generator<Error> {
  let current = error
  for (let depth = 0; current instanceof Error && depth < 8; depth += 1) {
    yield current
    current = current.cause
  }
}
