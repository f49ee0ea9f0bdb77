import { InvalidArgumentError } from 'commander'

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 }

const MAX_SECONDS = 86_400

/** `90s`, `2m`, `1h`: as seconds. */
export function faultSeconds(text: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,6})([smh])$/.exec(text) ?? []
  const seconds = Number(digits) * (UNIT_SECONDS[unit] ?? 0)
  if (seconds >= 1 && seconds <= MAX_SECONDS) return seconds
  throw new InvalidArgumentError('It must be a time like 90s, 2m or 1h, up to 24h.')
}
