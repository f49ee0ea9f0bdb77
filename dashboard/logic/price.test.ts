import { expect, test } from 'vitest'
import { priceText } from './price.ts'

const DAY = { window: 'day', remaining: 2_188, used_share: 0.78 } as const

test('a price names what is left', () => {
  const planned = { provider: 'open-meteo', cities: 37, requests: 1, weight: 37 }
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  const service = { name: 'Open-Meteo', windows: [DAY], cost: { cost_per_request: null } }
  const text = 'Open-Meteo: 37 cities in 1 request, about 37 of 2 188 calls left this day'
  expect(plain(priceText(planned, service))).toBe(text)
  expect(plain(priceText(planned, { ...service, cost: { cost_per_request: 0.05 } }))).toBe(
    `${text}, which cost 1.85`,
  )
  expect(priceText({ ...planned, cities: 1, requests: 2 }, undefined)).toBe(
    'open-meteo: 1 city in 2 requests, about 37 calls, without a limit in days or months',
  )
})
