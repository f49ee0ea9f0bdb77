import { describe, expect, it } from 'vitest'
import { SCENE_NAMES, SCENES } from './scenes.ts'
import { sunTimes } from './sky/sun.ts'
import { isTimeZone, utcOffsetSeconds } from './sky/time-zones.ts'

const DAY_MS = 86_400_000

describe.each(SCENE_NAMES)('the scene %s', (name) => {
  const { places, moments } = SCENES[name]

  it('names places of known zones, each once, and moments', () => {
    expect(places.filter(({ timeZone }) => !isTimeZone(timeZone))).toEqual([])
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length)
    expect(
      moments.filter((moment) => new Date(moment).toISOString().slice(0, 19) + 'Z' !== moment),
    ).toEqual([])
    expect(moments).not.toEqual([])
  })
})

it('polar has polar days or nights at each of its moments, and all year at some place', () => {
  const kindsAt = (ms: number) =>
    SCENES.polar.places.map(({ latitude, longitude }) => sunTimes(latitude, longitude, ms).kind)
  for (const moment of SCENES.polar.moments) {
    const kinds = kindsAt(Date.parse(moment))
    expect(kinds).toContain('polar-day')
    expect(kinds).toContain('polar-night')
  }
  const days = Array.from({ length: 365 }, (_, day) => Date.parse('2026-01-01') + day * DAY_MS)
  expect(days.filter((ms) => kindsAt(ms).every((kind) => kind === 'normal'))).toEqual([])
})

it('clocks change at some place of the scene within a day of each of its moments', () => {
  const changes = SCENES['clock-change'].moments.map((moment) => {
    const ms = Date.parse(moment)
    const changed = SCENES['clock-change'].places.filter(
      ({ timeZone }) => utcOffsetSeconds(timeZone, ms) !== utcOffsetSeconds(timeZone, ms + DAY_MS),
    )
    return changed.map((place) => place.name)
  })
  expect(changes).toEqual([
    ['Havana'],
    ['Beirut', 'Berlin', 'Ponta Delgada', 'Nuuk'],
    ['Santiago', 'Adelaide', 'Lord Howe Island', 'Waitangi'],
    ['Cairo'],
    ['Santiago'],
    ['Beirut', 'Berlin', 'Ponta Delgada', 'Nuuk'],
  ])
})
