import { describe, expect, it } from 'vitest'
import { firingDate } from './daily-firing.ts'

const at = (timeZone: string, iso: string): string | null =>
  firingDate(new Date(iso), { timeZone, hours: [2, 3] })

describe('firingDate', () => {
  it('is the local date at each of the hours', () => {
    expect(at('America/Los_Angeles', '2026-07-04T09:00:00Z')).toBe('2026-07-04')
    expect(at('America/Los_Angeles', '2026-07-04T10:00:00Z')).toBe('2026-07-04')
    expect(at('Pacific/Auckland', '2026-07-03T14:00:00Z')).toBe('2026-07-04')
    expect(at('Asia/Kathmandu', '2026-07-03T20:15:00Z')).toBe('2026-07-04')
  })

  it('is nothing at another time, such as that of a person', () => {
    expect(at('UTC', '2026-07-04T02:00:01Z')).toBeNull()
    expect(at('UTC', '2026-07-04T02:30:00Z')).toBeNull()
    expect(at('UTC', '2026-07-04T04:00:00Z')).toBeNull()
    expect(at('Asia/Kathmandu', '2026-07-04T02:00:00Z')).toBeNull()
  })

  it('is the jump where the clock leaves the hour out', () => {
    expect(at('Europe/Berlin', '2026-03-29T01:00:00Z')).toBe('2026-03-29')
    // Clocks go from 02:00 to 02:30.
    expect(at('Australia/Lord_Howe', '2026-10-03T15:30:00Z')).toBe('2026-10-04')
  })

  it('is the same date both times where the hour comes twice', () => {
    expect(at('Europe/Berlin', '2026-10-25T00:00:00Z')).toBe('2026-10-25')
    expect(at('Europe/Berlin', '2026-10-25T01:00:00Z')).toBe('2026-10-25')
    expect(at('Europe/Berlin', '2026-10-25T02:00:00Z')).toBe('2026-10-25')
  })
})
