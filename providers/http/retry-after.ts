import { httpDateOf } from './http-date.ts'

/** Thirty years; a number with more digits is a mistake. */
const MAX_DIGITS = 9

/** Delay-seconds or an HTTP date; any other value counts as no wait. */
export function retryAfterOf(value: string | undefined, now: Date): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d+$/.test(text)) return text.length > MAX_DIGITS ? undefined : Number(text) * 1000
  const at = httpDateOf(text, now)
  return at === null ? undefined : Math.max(0, at.getTime() - now.getTime())
}
