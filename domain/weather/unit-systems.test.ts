import { describe, expect, it } from 'vitest'
import { differenceIn, unitIn, UNIT_SYSTEMS, valueIn } from './unit-systems.ts'
import { CANONICAL_UNITS } from './value-fields.ts'

describe('unit systems', () => {
  it.each([
    ['°C', -40, 'imperial', -40, '°F'],
    ['°C', 8.4, 'imperial', 47.1, '°F'],
    ['°C', 8.4, 'si', 281.55, 'K'],
    ['hPa', 1013.25, 'imperial', 29.92, 'inHg'],
    ['hPa', 1013.25, 'si', 101_325, 'Pa'],
    ['km', 10, 'imperial', 6.21, 'mi'],
    ['km', 10, 'si', 10_000, 'm'],
    ['km/h', 100, 'imperial', 62.1, 'mph'],
    ['km/h', 36, 'si', 10, 'm/s'],
    ['mm', 25.4, 'imperial', 1, 'in'],
    ['mm', 0.1, 'imperial', 0.004, 'in'],
    ['mm', 2.5, 'si', 2.5, 'mm'],
    ['%', 81, 'imperial', 81, '%'],
    ['°', 240, 'si', 240, '°'],
    ['µg/m³', 12.3, 'imperial', 12.3, 'µg/m³'],
    ['1', 0.35, 'imperial', 0.35, '1'],
  ] as const)('%s %s is in %s %s %s', (unit, value, system, shown, shownUnit) => {
    expect(valueIn(system, unit, value)).toBe(shown)
    expect(unitIn(system, unit)).toBe(shownUnit)
  })

  it('metric is what is stored, digit by digit', () => {
    for (const unit of CANONICAL_UNITS) {
      expect([valueIn('metric', unit, 1.23456789), unitIn('metric', unit)]).toEqual([
        1.23456789,
        unit,
      ])
    }
  })

  it('keeps what is not known, and what has no unit', () => {
    for (const system of UNIT_SYSTEMS) {
      expect(valueIn(system, '°C', null)).toBeNull()
      expect(differenceIn(system, '°C', null)).toBeNull()
      expect(valueIn(system, undefined, 0.4)).toBe(0.4)
    }
  })

  it('shows a difference of temperatures without the offset of the scale', () => {
    expect(differenceIn('imperial', '°C', 10)).toBe(18)
    expect(differenceIn('si', '°C', 10)).toBe(10)
  })
})
