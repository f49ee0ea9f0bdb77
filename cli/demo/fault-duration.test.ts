import { expect, it } from 'vitest'
import { faultSeconds } from './fault-duration.ts'

it.each([
  ['90s', 90],
  ['2m', 120],
  ['24h', 86_400],
])('%s is a time', (text, seconds) => {
  expect(faultSeconds(text)).toBe(seconds)
})

it.each(['', '2', '0s', '1.5m', '25h', '-1s', '2 m', '2d', '999999h'])('%j is none', (text) => {
  expect(() => faultSeconds(text)).toThrow('like 90s, 2m or 1h')
})
