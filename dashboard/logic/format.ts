import { groupedText } from '../../domain/text/grouped-text.ts'
import { ageText } from '../../domain/text/age-text.ts'

export type Zone = 'local' | 'utc'

/** Null is a value that no one gave, not zero. */
export const numberText = (value: number | null, digits = 0): string => {
  if (value === null) return '–'
  const [whole = '0', rest] = Math.abs(value).toFixed(digits).split('.')
  const sign = value < 0 && Number(value.toFixed(digits)) !== 0 ? '−' : ''
  return `${sign}${groupedText(Number(whole))}${rest === undefined ? '' : `.${rest}`}`
}

export const percentText = (share: number | null): string =>
  share === null ? '–' : `${numberText(share * 100)} %`

export const ageSince = (moment: string | null, nowMs: number): string =>
  moment === null ? 'never' : ageText(Math.max(0, (nowMs - Date.parse(moment)) / 1000))

/** `6 min ago`. */
export function agoText(moment: string, nowMs: number): string {
  const age = ageSince(moment, nowMs)
  return age === 'now' ? 'just now' : `${age} ago`
}

/** How long something has been so. */
export function sinceText(moment: string, nowMs: number): string {
  const age = ageSince(moment, nowMs)
  return age === 'now' ? 'just now' : `for ${age}`
}

/** `in 4 min`, or `now` where it is due. */
export function untilText(moment: string, nowMs: number): string {
  const seconds = (Date.parse(moment) - nowMs) / 1000
  return seconds < 60 ? 'in less than a minute' : `in ${ageText(seconds)}`
}

export function durationText(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  return ageText(seconds)
}

const optionsOf = (zone: Zone | { readonly timeZone: string }): Intl.DateTimeFormatOptions => ({
  hourCycle: 'h23',
  ...(zone === 'utc' && { timeZone: 'UTC' }),
  ...(typeof zone === 'object' && zone),
})

export const clockText = (
  moment: string | number,
  zone: Zone | { readonly timeZone: string },
  withSeconds = false,
): string =>
  new Intl.DateTimeFormat('en-GB', {
    ...optionsOf(zone),
    hour: '2-digit',
    minute: '2-digit',
    ...(withSeconds && { second: '2-digit' }),
  }).format(new Date(moment))

const dayOf = (moment: string | number, zone: Zone): string =>
  new Intl.DateTimeFormat('en-GB', { ...optionsOf(zone), day: 'numeric', month: 'short' }).format(
    new Date(moment),
  )

/** The clock alone where it is of today. */
export function momentText(moment: string, zone: Zone, nowMs: number): string {
  const clock = clockText(moment, zone)
  const day = dayOf(moment, zone)
  return day === dayOf(nowMs, zone) ? clock : `${day} ${clock}`
}

const ABBREVIATIONS = /\b(api|uv|nws)\b/g

/** `monitor-api-quota` and `monitorApiQuota` as words. */
export const wordsOf = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase()
    .replaceAll(ABBREVIATIONS, (word) => word.toUpperCase())

/** The same where it stands first. */
export const titleOf = (name: string): string => {
  const words = wordsOf(name)
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

const ISO_MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g

/** A sentence of the API, its moments in the zone of the page. */
export const withMoments = (text: string, zone: Zone, nowMs: number): string =>
  text.replaceAll(ISO_MOMENT, (moment) => momentText(moment, zone, nowMs))
