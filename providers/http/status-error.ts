import { ProviderError } from '../../domain/provider/provider-error.ts'
import { resetMsOf } from './quota-headers.ts'
import { retryAfterOf } from './retry-after.ts'

export function errorOfStatus(status: number, host: string): ProviderError {
  const said = `${host} answered ${status}`
  if (status === 401 || status === 403) return new ProviderError('unauthorized', said, { status })
  if (status === 404) return new ProviderError('not-found', said, { status })
  if (status === 422) return new ProviderError('not-covered', said, { status })
  if (status === 408) return new ProviderError('timeout', said, { status })
  if (status === 429) return new ProviderError('rate-limited', said, { status })
  if (status >= 500) return new ProviderError('unavailable', said, { status })
  return new ProviderError('rejected', said, { status })
}

/** Adds the header's wait unless the adapter knows a longer one: both have to be kept. */
export function withRetryAfter(
  headers: Readonly<Record<string, string>>,
  error: ProviderError,
  status: number,
): ProviderError {
  if (status !== 429 && status !== 503) return error
  const now = new Date()
  const resetMs = status === 429 ? resetMsOf(headers, now) : undefined
  const waitMs = retryAfterOf(headers['retry-after'], now) ?? resetMs
  if (waitMs === undefined || waitMs <= (error.retryAfterMs ?? -1)) return error
  return error.waiting(waitMs)
}
