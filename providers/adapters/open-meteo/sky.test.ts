import { describe, expect, it } from 'vitest'
import { skyOf } from './sky.ts'

describe('WMO weather codes', () => {
  it.each([
    [0, 'clear', null],
    [3, 'overcast', null],
    [55, 'drizzle', 'heavy'],
    [61, 'rain', 'light'],
    [86, 'snow_showers', 'heavy'],
    [95, 'thunderstorm', null],
  ] as const)('%s is %s, %s', (code, condition, intensity) => {
    expect(skyOf(code)).toEqual({ condition, intensity })
  })

  it('leave what they do not name unknown, and what is absent absent', () => {
    expect(skyOf(42)).toEqual({ condition: 'unknown', intensity: null })
    expect(skyOf(null)).toBeNull()
  })
})
