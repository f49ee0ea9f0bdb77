import { describe, expect, it } from 'vitest'
import { addDays, daysFromNoon, isCalendarDate } from './calendar-date.ts'

describe('a day of the calendar', () => {
  it.each(['2026-02-28', '2028-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])(
    '%s is one',
    (text) => {
      expect(isCalendarDate(text)).toBe(true)
    },
  )

  it.each([
    '2027-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '+012026-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\u0000',
    '',
  ])('%j is none', (text) => {
    expect(isCalendarDate(text)).toBe(false)
  })

  it('is counted on across months, years and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })

  it('says how far a moment is from its noon', () => {
    expect(daysFromNoon('2026-06-01', new Date('2026-06-01T12:00:00Z'))).toBe(0)
    expect(daysFromNoon('2026-06-01', new Date('2026-05-31T00:00:00Z'))).toBe(-1.5)
  })
})
