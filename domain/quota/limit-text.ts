import { isTimeZone } from '../time/time-zone.ts'
import { QUOTA_WINDOWS, type WindowRule } from './windows.ts'

/** A limit as people write it. */
export type LimitSetting = WindowRule & { readonly limit: number }

/** Beyond any real limit, and exact in the database and in JavaScript. */
export const MAX_LIMIT = 1_000_000_000_000

export const LAST_RESET_HOUR = 23
/** Every month has it. */
export const LAST_RESET_DAY = 28

export const LIMITS_FORM =
  `a comma-separated list like 600/minute,10000/day, each window (${QUOTA_WINDOWS.join(', ')}) ` +
  'once; `60/minute:sliding` for one that slides, `1000/day@America/New_York` for a zone, ' +
  '`1000/day@UTC@6h` for the hour and `100000/month@UTC@15d` for the day on which it turns'

const LIMIT = /^(\d+)\/([a-z]+)(:sliding)?(?:@([\w+/-]+))?(?:@(?:(\d+)h|(\d+)d))?$/

/** Undefined for anything else than a list of limits, each window once. */
export function parseLimits(text: string): LimitSetting[] | undefined {
  const limits: LimitSetting[] = []
  for (const part of text.split(',')) {
    const limit = parseLimit(part.trim())
    if (!limit || limits.some(({ window }) => window === limit.window)) return undefined
    limits.push(limit)
  }
  return limits
}

function parseLimit(text: string): LimitSetting | undefined {
  const [, amount, name, sliding, timeZone, hour, day] = LIMIT.exec(text) ?? []
  const window = QUOTA_WINDOWS.find((one) => one === name)
  if (window === undefined || amount === undefined) return undefined
  const setting: LimitSetting = {
    window,
    limit: Number(amount),
    ...(sliding !== undefined && { kind: 'sliding' as const }),
    ...(timeZone !== undefined && timeZone !== 'UTC' && { timeZone }),
    ...(hour !== undefined && { resetHour: Number(hour) }),
    ...(day !== undefined && { resetDay: Number(day) }),
  }
  return faultOf(setting) === undefined ? setting : undefined
}

/** What is wrong with a limit, in words; undefined where nothing is. */
export function faultOf(limit: LimitSetting): string | undefined {
  const { window, kind = 'fixed', timeZone, resetHour, resetDay } = limit
  if (!Number.isSafeInteger(limit.limit) || limit.limit < 0 || limit.limit > MAX_LIMIT) {
    return `the limit of a ${window} is a whole number from 0 to ${MAX_LIMIT}`
  }
  const turns = [timeZone, resetHour, resetDay].some((one) => one !== undefined)
  if (turns && kind === 'sliding') return `a sliding ${window} has no moment at which it turns`
  if (turns && (window === 'minute' || window === 'hour')) return `a ${window} turns by the clock`
  if (timeZone !== undefined && !isTimeZone(timeZone)) return `${timeZone} is no time zone`
  if (resetHour !== undefined && !isIn(resetHour, 0, LAST_RESET_HOUR)) {
    return `the hour at which a ${window} turns is from 0 to ${LAST_RESET_HOUR}`
  }
  if (resetDay === undefined) return undefined
  if (window !== 'month') return `a ${window} does not turn on a day of the month`
  const isDay = isIn(resetDay, 1, LAST_RESET_DAY)
  return isDay ? undefined : `the day on which a month turns is from 1 to ${LAST_RESET_DAY}`
}

const isIn = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && value >= from && value <= to

/** As `parseLimits` reads it. */
export const limitsText = (limits: readonly LimitSetting[]): string =>
  limits.map(limitText).join(',')

function limitText({ limit, window, kind, timeZone, resetHour, resetDay }: LimitSetting): string {
  const resets = resetDay === undefined ? resetHour && `${resetHour}h` : `${resetDay}d`
  const zone = timeZone ?? (resets ? 'UTC' : undefined)
  const turn = [zone, resets].flatMap((part) => (part ? [`@${part}`] : [])).join('')
  return `${limit}/${window}${kind === 'sliding' ? ':sliding' : ''}${turn}`
}
