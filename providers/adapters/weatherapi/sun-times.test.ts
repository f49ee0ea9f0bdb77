import { describe, expect, it } from 'vitest'
import { toConditions } from './conditions.ts'
import { sunTimesOf } from './sun-times.ts'
import { parseCurrent } from './wire.ts'

type Text = string | null | undefined

function sunOf(date: string, sunrise: Text, sunset: Text, zone: string) {
  const astro = {
    ...(sunrise !== undefined && { sunrise }),
    ...(sunset !== undefined && { sunset }),
  }
  const day = { date, astro }
  const { sunriseAt, sunsetAt } = sunTimesOf(day, zone)
  return [sunriseAt?.toISOString().slice(0, 16), sunsetAt?.toISOString().slice(0, 16)]
}

describe('the sun’s times on a clock', () => {
  it.each([
    ['Europe/London', '2023-04-28', '05:39 AM', '08:18 PM', '2023-04-28T04:39', '2023-04-28T19:18'],
    ['Europe/London', '2023-04-28', '12:05 AM', '12:05 PM', '2023-04-27T23:05', '2023-04-28T11:05'],
    // In Berlin clocks go forward at 02:00 on 29 March and back at 03:00 on 25 October.
    ['Europe/Berlin', '2026-03-28', '05:59 AM', '06:33 PM', '2026-03-28T04:59', '2026-03-28T17:33'],
    ['Europe/Berlin', '2026-03-29', '06:57 AM', '07:34 PM', '2026-03-29T04:57', '2026-03-29T17:34'],
    ['Europe/Berlin', '2026-10-25', '06:49 AM', '04:46 PM', '2026-10-25T05:49', '2026-10-25T15:46'],
    [
      'America/New_York',
      '2026-11-01',
      '06:27 AM',
      '04:52 PM',
      '2026-11-01T11:27',
      '2026-11-01T21:52',
    ],
    [
      'Asia/Kathmandu',
      '2026-11-22',
      '06:25 AM',
      '05:09 PM',
      '2026-11-22T00:40',
      '2026-11-22T11:24',
    ],
    ['Asia/Kolkata', '2026-06-21', '05:24 AM', '07:21 PM', '2026-06-20T23:54', '2026-06-21T13:51'],
    [
      'Pacific/Kiritimati',
      '2026-11-22',
      '06:25 AM',
      '06:34 PM',
      '2026-11-21T16:25',
      '2026-11-22T04:34',
    ],
  ])('in %s on %s, %s and %s', (zone, date, sunrise, sunset, riseAt, setAt) => {
    expect(sunOf(date, sunrise, sunset, zone)).toEqual([riseAt, setAt])
  })

  it.each([
    // Iceland in June: its clock is that of Greenwich, and its noon is at half past one.
    ['Atlantic/Reykjavik', '2026-06-21', '02:55 AM', '12:04 AM', '2026-06-22T00:04'],
    ['Europe/Oslo', '2026-05-17', '02:10 AM', '12:15 AM', '2026-05-17T22:15'],
    ['America/Anchorage', '2026-06-30', '03:04 AM', '12:17 AM', '2026-07-01T08:17'],
    // Chatham has 45 minutes beside the hour; Lord Howe's clock changes by half an hour.
    ['Pacific/Chatham', '2026-12-31', '05:00 AM', '12:10 AM', '2026-12-31T10:25'],
    ['Australia/Lord_Howe', '2026-10-03', '05:00 AM', '12:10 AM', '2026-10-03T13:40'],
    // The night of the sunset is the one in which clocks go forward at midnight.
    ['America/Santiago', '2026-09-05', '07:00 AM', '12:10 AM', '2026-09-06T04:10'],
    ['Europe/London', '2026-06-21', '02:00 AM', '12:00 AM', '2026-06-21T23:00'],
  ])(
    'in %s on %s, a sunset after midnight (%s, %s) is of the next date',
    (zone, date, rise, set, at) => {
      expect(sunOf(date, rise, set, zone)[1]).toBe(at)
    },
  )

  it('of which a sunset precedes a sunrise, both after noon, begin on the date before', () => {
    // Uelen, 66.2° N 169.8° W: solar noon is at 11:19 by the clock of Anadyr, 12 hours ahead of UTC.
    expect(sunOf('2026-06-14', '11:55 PM', '10:43 PM', 'Asia/Anadyr')).toEqual([
      '2026-06-13T11:55',
      '2026-06-14T10:43',
    ])
  })

  it.each<[string, Text, Text]>([
    ['sentences', 'No sunrise', 'No sunset'],
    ['empty texts', '', ''],
    ['null', null, null],
    ['nothing', undefined, undefined],
    ['equal times', '12:00 AM', '12:00 AM'],
    ['impossible times', '13:00 AM', '05:60 PM'],
    ['times of 24 hours', '05:39', '20:18'],
    ['a morning sunset alone', 'No sunrise', '12:04 AM'],
    ['an evening sunrise alone', '11:52 PM', 'No sunset'],
  ])('that are %s are null', (_, sunrise, sunset) => {
    expect(sunOf('2026-06-21', sunrise, sunset, 'Europe/Oslo')).toEqual([undefined, undefined])
  })

  it('of which one is missing keep the one whose date is sure', () => {
    const zone = 'Europe/Oslo'
    expect(sunOf('2026-05-18', '01:12 AM', 'No sunset', zone)).toEqual([
      '2026-05-17T23:12',
      undefined,
    ])
    expect(sunOf('2026-07-26', 'No sunrise', '11:48 PM', zone)).toEqual([
      undefined,
      '2026-07-26T21:48',
    ])
  })

  it('of a day that does not exist are null', () => {
    expect(sunOf('2027-02-29', '05:39 AM', '08:18 PM', 'UTC')).toEqual([undefined, undefined])
  })
})

describe('day and night', () => {
  const TROMSO = { latitude: 69.65, longitude: 18.96, timeZone: 'Europe/Oslo' }
  const MCMURDO = { latitude: -77.85, longitude: 166.67, timeZone: 'Antarctica/McMurdo' }
  const LONDON = { latitude: 51.51, longitude: -0.13, timeZone: 'Europe/London' }

  function readAt(iso: string, place: typeof TROMSO, is_day: number, astro?: object) {
    const epoch = Date.parse(iso) / 1000
    const date = iso.slice(0, 10)
    return toConditions(
      parseCurrent({
        current: { last_updated_epoch: epoch, temp_c: 1, is_day },
        ...(astro && { forecast: { forecastday: [{ date, astro }] } }),
      }),
      place,
      new Date(iso),
    )
  }

  const NONE = { sunrise: 'No sunrise', sunset: 'No sunset' }

  it.each([
    ['midnight sun', '2026-06-21T21:30:00Z', TROMSO, 0, true],
    ['noon of the polar night', '2026-12-21T11:00:00Z', TROMSO, 1, false],
    ['midnight of the polar night', '2026-12-21T22:45:00Z', TROMSO, 1, false],
    ['midnight sun in the south', '2026-12-21T11:00:00Z', MCMURDO, 0, true],
  ])('in %s are by the height of the sun', (_, iso, place, said, isDay) => {
    const date = iso.slice(0, 10)
    const local = readAt(iso, place, said, NONE)
    expect(local).toMatchObject({ isDay, derived: ['isDay'], sunriseAt: null, sunsetAt: null })
    expect(readAt(iso, place, said), `without the sun’s times on ${date}`).toMatchObject({ isDay })
  })

  it.each([
    [1, true],
    [0, false],
  ])('are what is_day %i says where the sun rises and sets', (said, isDay) => {
    const astro = { sunrise: '04:43 AM', sunset: '09:21 PM' }
    for (const sun of [astro, undefined]) {
      const read = readAt('2026-06-21T12:00:00Z', LONDON, said, sun)
      expect(read).toMatchObject({ isDay, derived: [] })
    }
  })
})
