import { describe, expect, it } from 'vitest'
import type { EmulatedCondition } from '../sky/conditions.ts'
import { phraseOf, thenPhrase } from './phrases.ts'

describe('the words of a forecast', () => {
  // The classes of NWS directive 10-503: slight chance 15 to 24 %, chance 25 to 54 %, likely 55 to
  // 74 %, and the bare word from 75 % on; isolated and scattered for showers.
  it.each<[EmulatedCondition, number, boolean, string]>([
    ['clear', 0, true, 'Sunny'],
    ['clear', 0, false, 'Clear'],
    ['partly_cloudy', 10, true, 'Partly Sunny'],
    ['light_rain', 20, true, 'Slight Chance Light Rain'],
    ['rain', 40, true, 'Chance Rain'],
    ['snow', 60, false, 'Snow Likely'],
    ['heavy_rain', 90, true, 'Heavy Rain'],
    ['thunderstorm', 20, true, 'Isolated Showers And Thunderstorms'],
    ['thunderstorm', 50, true, 'Scattered Showers And Thunderstorms'],
    ['thunderstorm', 70, true, 'Showers And Thunderstorms Likely'],
  ])('say of %s at %d %% by day (%s): %s', (condition, chancePercent, isDaytime, text) => {
    expect(phraseOf({ condition, chancePercent, isDaytime })).toBe(text)
  })

  it('say what follows, but nothing twice', () => {
    expect(thenPhrase('Sunny', 'Chance Rain')).toBe('Sunny then Chance Rain')
    expect(thenPhrase('Sunny', 'Sunny')).toBe('Sunny')
  })
})
