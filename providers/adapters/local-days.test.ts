import { describe, expect, it } from 'vitest'
import { amountWithin, coveredMs, localDays, type Span } from './local-days.ts'

const HOUR_MS = 3_600_000

interface Step extends Span {
  readonly mm: number | null
}

const step = (startsAt: string, hours: number, mm: number | null): Step => {
  const startMs = Date.parse(startsAt)
  return { startMs, endMs: startMs + hours * HOUR_MS, mm }
}

const daysIn = (timeZone: string, from: string, until: string) =>
  localDays(new Date(from), Date.parse(until), timeZone)

const amounts = (timeZone: string, steps: readonly Step[]) => {
  const last = steps.at(-1)?.endMs ?? 0
  const days = localDays(new Date(steps[0]?.startMs ?? 0), last, timeZone)
  return days.map((day) => amountWithin(day, steps, ({ mm }) => mm))
}

describe('local days', () => {
  it.each([
    [
      'a day of 23 hours',
      'Europe/Berlin',
      '2026-03-28T12:00Z',
      ['2026-03-28', 24],
      ['2026-03-29', 23],
    ],
    [
      'a day of 25 hours',
      'Europe/Berlin',
      '2026-10-24T12:00Z',
      ['2026-10-24', 24],
      ['2026-10-25', 25],
    ],
    [
      'a day without midnight',
      'America/Havana',
      '2026-03-07T12:00Z',
      ['2026-03-07', 24],
      ['2026-03-08', 23],
    ],
    [
      'a day of 24½ hours',
      'Australia/Lord_Howe',
      '2026-04-04T00:00Z',
      ['2026-04-04', 24],
      ['2026-04-05', 24.5],
    ],
  ])('hold %s', (_, zone, from, ...expected) => {
    const until = new Date(Date.parse(from) + 24 * HOUR_MS).toISOString()
    const days = daysIn(zone, from, until)
    expect(days.map(({ date, startMs, endMs }) => [date, (endMs - startMs) / HOUR_MS])).toEqual(
      expected,
    )
  })

  it('are at most sixteen, however far the steps go', () => {
    expect(daysIn('UTC', '2026-01-01T00:00Z', '2099-01-01T00:00Z')).toHaveLength(16)
  })

  it('know how much of each is covered', () => {
    const [first, second] = daysIn('Asia/Kathmandu', '2026-11-26T12:00Z', '2026-11-27T12:00Z')
    // Midnight there is 18:15 UTC.
    const steps = [step('2026-11-26T15:00Z', 6, null), step('2026-11-26T21:00Z', 6, null)]
    expect(coveredMs(first!, steps)).toBe(3.25 * HOUR_MS)
    expect(coveredMs(second!, steps)).toBe(8.75 * HOUR_MS)
  })
})

describe('an amount over midnight', () => {
  it.each([
    // 21:00 to 03:00 in Berlin.
    [
      'is halved where midnight is in the middle',
      'Europe/Berlin',
      [step('2026-11-26T20:00Z', 6, 3)],
      [1.5, 1.5],
    ],
    // 19:00 to 01:00 in New York.
    [
      'goes to the days by their hours',
      'America/New_York',
      [step('2026-11-27T00:00Z', 6, 6)],
      [5, 1],
    ],
    // 17:45 to 05:45 in Kathmandu, in two steps; midnight is 15 minutes into the second hour.
    [
      'is shared by minutes in a zone of 45 minutes',
      'Asia/Kathmandu',
      [step('2026-11-26T12:00Z', 6, 1.2), step('2026-11-26T18:00Z', 6, 2.4)],
      [1.3, 2.3],
    ],
    // 22:30 to 01:30 in Colombo.
    [
      'is shared by half hours in a step of three hours',
      'Asia/Colombo',
      [step('2026-11-26T17:00Z', 3, 0.9)],
      [0.45, 0.45],
    ],
    // 20:00 on Saturday to 03:00 on Sunday in Havana: one hour is skipped, and the day begins at 05:00 UTC.
    ['follows the clock change', 'America/Havana', [step('2026-03-08T00:00Z', 6, 6)], [5, 1]],
    [
      'stays whole when the step ends at midnight',
      'UTC',
      [step('2026-11-26T18:00Z', 6, 4), step('2026-11-27T00:00Z', 6, 0)],
      [4, 0],
    ],
    [
      'is unknown for both days where the step does not say it',
      'UTC',
      [step('2026-11-26T21:00Z', 6, null), step('2026-11-27T03:00Z', 6, 1)],
      [null, null],
    ],
    [
      'is unknown for the day of a step that is missing',
      'UTC',
      [
        step('2026-11-26T06:00Z', 6, 1),
        step('2026-11-26T18:00Z', 6, 2),
        step('2026-11-27T00:00Z', 6, 3),
      ],
      [null, 3],
    ],
    [
      'is unknown for the day whose first step is missing',
      'UTC',
      [
        step('2026-11-26T18:00Z', 6, 2),
        step('2026-11-27T01:00Z', 1, 3),
        step('2026-11-27T02:00Z', 1, 0),
      ],
      [2, null],
    ],
    [
      'is unknown for both days where a step over midnight is missing',
      'America/New_York',
      [step('2026-11-26T22:00Z', 3, 1), step('2026-11-27T07:00Z', 3, 1)],
      [null, null],
    ],
    [
      'is unknown where it cannot be',
      'UTC',
      [step('2026-11-26T12:00Z', 6, 1), step('2026-11-26T18:00Z', 6, -999)],
      [null],
    ],
  ])('%s', (_, zone, steps, expected) => {
    expect(amounts(zone, steps)).toEqual(expected)
  })
})
