import {
  ProviderError,
  type ProviderErrorOptions,
} from '../../../domain/provider/provider-error.ts'
import { windowEnd, type QuotaWindow } from '../../../domain/quota/windows.ts'

/** Requests under way end within seconds, and they are what is too many. */
const CONCURRENT_WAIT_MS = 5_000

const MAX_REASON = 200

const WINDOW_OF_FIRST_WORD: Readonly<Record<string, QuotaWindow>> = {
  Minutely: 'minute',
  Hourly: 'hour',
  Daily: 'day',
  Monthly: 'month',
}

/** No Retry-After is ever sent: how long to wait follows from the sentence of the refusal. */
export function interpretError(status: number, body: string, now: Date): ProviderError | undefined {
  const reason = reasonOf(body)
  const said = `Open-Meteo: ${reason ?? `answered ${status}`}`
  if (status === 429) {
    return new ProviderError('rate-limited', said, { status, ...waitIn(reason, now) })
  }
  if (reason !== undefined && /api ?key/i.test(reason)) {
    return new ProviderError('unauthorized', said, { status })
  }
  // The path is the same for all places, so it is wrong for all of them.
  if (status === 404) return new ProviderError('rejected', said, { status })
  if (status !== 400) return undefined
  const isNotCovered = reason?.startsWith('No data is available for this location') === true
  return new ProviderError(isNotCovered ? 'not-covered' : 'rejected', said, { status })
}

/**
 * An error in an answer with 200 means what it does with the status that belongs to it: 429 for a
 * limit, else 400.
 * @throws ProviderError
 */
export function refuseErrorOf(body: unknown, now: Date): void {
  if (typeof body !== 'object' || body === null || !('error' in body) || body.error !== true) return
  const text = JSON.stringify(body)
  const reason = reasonOf(text)
  if (reason === undefined) {
    throw new ProviderError('unavailable', 'Open-Meteo: an error without its reason', {
      status: 200,
    })
  }
  const error = interpretError(
    waitIn(reason, now).retryAfterMs === undefined ? 400 : 429,
    text,
    now,
  )
  if (error) throw error
}

function waitIn(
  reason: string | undefined,
  now: Date,
): Pick<ProviderErrorOptions, 'retryAfterMs' | 'window'> {
  if (reason === undefined) return {}
  if (reason.startsWith('Too many concurrent')) return { retryAfterMs: CONCURRENT_WAIT_MS }
  const window = WINDOW_OF_FIRST_WORD[/^\w+/.exec(reason)?.[0] ?? '']
  return window ? { window, retryAfterMs: windowEnd(window, now).getTime() - now.getTime() } : {}
}

function reasonOf(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed !== 'object' || parsed === null || !('reason' in parsed)) return undefined
    return typeof parsed.reason === 'string' ? parsed.reason.slice(0, MAX_REASON) : undefined
  } catch {
    return undefined
  }
}
