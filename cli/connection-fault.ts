const NO_CONNECTION = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', 'CONNECT_TIMEOUT']

/** gRPC's numbers for: deadline exceeded, unavailable. */
const NO_ANSWER = [4, 14]

export function isConnectionFault(error: unknown): boolean {
  for (const one of chainOf(error)) if ('code' in one && isFaultCode(one.code)) return true
  return false
}

const isFaultCode = (code: unknown): boolean =>
  typeof code === 'number' ? NO_ANSWER.includes(code) : NO_CONNECTION.includes(String(code))

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
