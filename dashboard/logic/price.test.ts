import { expect, test } from 'vitest'
import { priceText } from './price.ts'

const DAY = { window: 'day', remaining: 2_188, used_share: 0.78 } as const

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
