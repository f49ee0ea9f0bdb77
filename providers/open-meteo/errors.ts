import { ProviderError } from '../../domain/provider-error.ts'
import { windowEnd, type QuotaWindow } from '../../domain/quota.ts'

/** Requests under way end within seconds, and they are what is too many. */
const CONCURRENT_WAIT_MS = 5_000

const LONGEST_REASON = 200

const WINDOW_OF_FIRST_WORD: Readonly<Record<string, QuotaWindow>> = {
  Minutely: 'minute',
  Hourly: 'hour',
  Daily: 'day',
  Monthly: 'month',
}

/** No Retry-After is ever sent: how long to wait follows from the sentence of the refusal. */
export function errorOfOpenMeteo(
  status: number,
  body: string,
  now: Date,
): ProviderError | undefined {
  const reason = reasonOf(body)
  const said = `Open-Meteo: ${reason ?? `answered ${status}`}`
  if (status === 429) {
    const retryAfterMs = reason === undefined ? undefined : waitOf(reason, now)
    const options = { status, ...(retryAfterMs !== undefined && { retryAfterMs }) }
    return new ProviderError('rate-limited', said, options)
  }
  if (reason !== undefined && /api ?key/i.test(reason)) {
    return new ProviderError('unauthorized', said, { status })
  }
  // No place has an address of its own here: a path that is not found is wrong for all.
  if (status === 404) return new ProviderError('rejected', said, { status })
  if (status !== 400) return undefined
  const isNotCovered = reason?.startsWith('No data is available for this location') === true
  return new ProviderError(isNotCovered ? 'not-covered' : 'rejected', said, { status })
}

function waitOf(reason: string, now: Date): number | undefined {
  if (reason.startsWith('Too many concurrent')) return CONCURRENT_WAIT_MS
  const window = WINDOW_OF_FIRST_WORD[/^\w+/.exec(reason)?.[0] ?? '']
  return window && windowEnd(window, now).getTime() - now.getTime()
}

function reasonOf(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed !== 'object' || parsed === null || !('reason' in parsed)) return undefined
    return typeof parsed.reason === 'string' ? parsed.reason.slice(0, LONGEST_REASON) : undefined
  } catch {
    return undefined
  }
}
