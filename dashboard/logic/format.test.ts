import { expect, it, test } from 'vitest'
import {
  ageSince,
  agoText,
  clockText,
  durationText,
  momentText,
  numberText,
  percentText,
  sinceText,
  titleOf,
  untilText,
  withMoments,
} from './format.ts'

const AT = '2026-11-22T23:30:00.000Z'
const later = (seconds: number) => Date.parse(AT) + seconds * 1000

it.each([
  [null, 0, '–'],
  [0, 0, '0'],
  [-0.04, 1, '0.0'],
  [-3.25, 1, '−3.3'],
  [12_345.678, 2, '12 345.68'],
])('%d with %d digits is %s', (value, digits, text) => {
  expect(numberText(value, digits).replaceAll('\u00a0', ' ')).toBe(text)
})

test('ages and spans', () => {
  expect(ageSince(null, later(0))).toBe('never')
  expect(ageSince(AT, later(-5))).toBe('now')
  expect(ageSince(AT, later(360))).toBe('6 min')
  expect([sinceText(AT, later(5)), sinceText(AT, later(360))]).toEqual(['just now', 'for 6 min'])
  expect([agoText(AT, later(5)), agoText(AT, later(360))]).toEqual(['just now', '6 min ago'])
  expect(untilText(AT, later(-30))).toBe('in less than a minute')
  expect(untilText(AT, later(-600))).toBe('in 10 min')
  expect([durationText(4_400), durationText(80_000), durationText(3_700_000)]).toEqual([
    '4 s',
    '1 min 20 s',
    '1 h 1 min',
  ])
  expect([percentText(null), percentText(0.413)]).toEqual(['–', '41 %'])
})

test('a moment is shown in one zone, with its day where that is another', () => {
  expect(clockText(AT, 'utc', true)).toBe('23:30:00')
  expect(clockText(AT, { timeZone: 'Asia/Kathmandu' })).toBe('05:15')
  expect(momentText(AT, 'utc', later(60))).toBe('23:30')
  expect(momentText(AT, 'utc', later(3_600))).toBe('22 Nov 23:30')
})

test('a sentence with moments in it tells them in the same zone', () => {
  const text = `paused until ${AT}: HTTP 429, since 2026-11-22T23:29:59Z`
  expect(withMoments(text, 'utc', later(0))).toBe('paused until 23:30: HTTP 429, since 23:29')
})

test('names of programs are shown as words', () => {
  expect(['monitor-api-quota', 'refreshAllCities', 'uv_index'].map(titleOf)).toEqual([
    'Monitor API quota',
    'Refresh all cities',
    'UV index',
  ])
})
