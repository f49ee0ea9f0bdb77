import { expect, test } from 'vitest'
import { priceText } from './price.ts'
import { tightestWindow } from './quota.ts'

const window = (name: string, limit: number | null, used: number) => ({
  window: name,
  limit,
  used,
  remaining: limit === null ? null : limit - used,
  used_share: limit === null ? null : used / limit,
  exhausted_at: null,
  resets_at: '2026-11-23T00:00:00Z',
})

const DAY = window('day', 10_000, 7_812)

test('the window that is used most is the tightest; a minute is none', () => {
  const windows = [
    window('minute', 10, 10),
    window('hour', null, 9),
    DAY,
    window('month', 100_000, 50),
  ]
  expect(tightestWindow(windows)).toBe(DAY)
  expect(tightestWindow([window('minute', 10, 10)])).toBeUndefined()
})

test('a price names what is left', () => {
  const planned = { provider: 'open-meteo', cities: 37, requests: 1, weight: 37 }
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  expect(plain(priceText(planned, { name: 'Open-Meteo', windows: [DAY] }))).toBe(
    'Open-Meteo: 37 cities in 1 request, about 37 of 2 188 calls left this day',
  )
  expect(priceText({ ...planned, cities: 1, requests: 2 }, undefined)).toBe(
    'open-meteo: 1 city in 2 requests, about 37 calls, without a limit in days or months',
  )
})
