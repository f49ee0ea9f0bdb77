import { expect, it } from 'vitest'
import { flagsOf, type Track, type TrackedValues } from './value-flags.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

const values = (temperatureC: number | null, minutesAgo: number): TrackedValues => ({
  temperatureC,
  pressureMslHpa: 1013,
  validAt: ago(minutesAgo),
})

const track = (part: Partial<Track> = {}): Track => ({
  latest: values(10, 0),
  previous: values(10.2, 15),
  beforePrevious: values(10.1, 30),
  sameSince: { temperatureC: NOW, pressureMslHpa: ago(120) },
  allSameSince: NOW,
  ...part,
})

it('flags nothing of weather that moves as it does', () => {
  expect(flagsOf(track())).toEqual([])
  expect(flagsOf(track({ latest: values(20.2, 0) }))).toEqual([])
  expect(flagsOf(track({ previous: null, beforePrevious: null }))).toEqual([])
})

it('flags a jump beyond what weather does within an hour, and none over longer gaps', () => {
  expect(flagsOf(track({ latest: values(20.3, 0) }))).toEqual([
    { flag: 'jump', field: 'temperatureC', since: NOW, until: null, value: 20.3, before: 10.2 },
  ])
  expect(flagsOf(track({ latest: values(25, 0), previous: values(10, 61) }))).toEqual([])
})

it('flags the value in between that jumped and jumped back', () => {
  const [flag, ...others] = flagsOf(
    track({ latest: values(10.4, 0), previous: values(31, 15), beforePrevious: values(10, 30) }),
  )
  expect(others).toEqual([])
  expect(flag).toEqual({
    flag: 'jump-back',
    field: 'temperatureC',
    since: ago(15),
    until: NOW,
    value: 31,
    before: 10,
  })
  // It jumped down, but to another value than before.
  const down = track({
    latest: values(18, 0),
    previous: values(31, 15),
    beforePrevious: values(10, 30),
  })
  expect(flagsOf(down)).toMatchObject([{ flag: 'jump', value: 18, before: 31 }])
})

it('flags what stands still: one value for a day, or all of them for six hours', () => {
  const still = (minutes: number) => ({ temperatureC: ago(minutes), pressureMslHpa: NOW })
  expect(flagsOf(track({ sameSince: still(24 * 60 - 1) }))).toEqual([])
  expect(flagsOf(track({ sameSince: still(24 * 60) }))).toMatchObject([
    { flag: 'stands-still', field: 'temperatureC', since: ago(24 * 60), value: 10 },
  ])
  expect(flagsOf(track({ allSameSince: ago(6 * 60 - 1) }))).toEqual([])
  expect(flagsOf(track({ allSameSince: ago(6 * 60), sameSince: still(30 * 60) }))).toMatchObject([
    { flag: 'stands-still', field: 'all', since: ago(6 * 60) },
  ])
})

it('flags no value that is not given', () => {
  const sameSince = { temperatureC: ago(48 * 60), pressureMslHpa: NOW }
  expect(flagsOf(track({ latest: values(null, 0), sameSince }))).toEqual([])
})
