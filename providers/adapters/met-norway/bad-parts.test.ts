import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toForecast } from './forecast.ts'
import { parseMetNorway } from './wire.ts'

interface WireEntry {
  readonly time: string
  readonly data: object
}
interface WireProperties {
  readonly meta: { readonly updated_at: string; readonly units: Record<string, string> }
  readonly timeseries: readonly WireEntry[]
}

const FILE = new URL(
  'fixtures/locationforecast-complete-london-2020-with-headers.json',
  import.meta.url,
)
const { data } = JSON.parse(readFileSync(FILE, 'utf8')) as { data: { properties: WireProperties } }
const { meta, timeseries } = data.properties
const FETCHED_AT = new Date('2020-07-20T11:44:31Z')

function read(properties: object) {
  const discarded: string[] = []
  const discard = (field: string, reason: string) => void discarded.push(`${field} ${reason}`)
  const { entries, madeAt } = parseMetNorway({ properties }, discard)
  const { days } = toForecast(entries, { timeZone: 'Europe/London' }, FETCHED_AT)
  return { days, entries, madeAt, discarded }
}

const sound = read(data.properties)

const changedAt = (time: string, change: (entry: WireEntry) => unknown) =>
  timeseries.map((entry) => (entry.time === time ? change(entry) : entry))

describe('one bad entry', () => {
  it.each<[string, string, string, (entry: WireEntry) => unknown]>([
    ['is null', '2020-07-21T10:00:00Z', '2020-07-21', () => null],
    ['is text', '2020-07-25T12:00:00Z', '2020-07-25', () => 'n/a'],
    ['has no data', '2020-07-23T12:00:00Z', '2020-07-23', ({ time }) => ({ time })],
    ['has no time', '2020-07-24T06:00:00Z', '2020-07-24', ({ data }) => ({ data })],
    ['is of noon', '2020-07-21T15:00:00Z', '2020-07-21', (at) => ({ ...at, time: 'noon' })],
    [
      'is of a day that is none',
      '2020-07-22T09:00:00Z',
      '2020-07-22',
      (at) => ({ ...at, time: '2021-02-29T09:00:00Z' }),
    ],
    [
      'has a year of six digits',
      '2020-07-21T05:00:00Z',
      '2020-07-21',
      (at) => ({ ...at, time: '+012020-07-21T05:00:00Z' }),
    ],
    [
      'has its temperature as text',
      '2020-07-26T12:00:00Z',
      '2020-07-26',
      ({ time }) => ({ time, data: { instant: { details: { air_temperature: '23.5' } } } }),
    ],
  ])('that %s leaves a gap in its day, and the others whole', (_, time, date, change) => {
    const { days, discarded } = read({ meta, timeseries: changedAt(time, change) })
    const index = timeseries.findIndex((entry) => entry.time === time)
    expect(discarded).toEqual([
      expect.stringContaining(`/properties/timeseries/${index} cannot be read: `),
    ])
    expect(days.find((day) => day.date === date)).toMatchObject({
      precipitationMm: null,
      partial: true,
    })
    const others = sound.days.filter((day) => day.date !== date)
    expect(days.filter((day) => day.date !== date)).toEqual(others)
  })

  it('at a local midnight is missing in the day that begins', () => {
    // 23:00 UTC is midnight in London.
    const { days } = read({ meta, timeseries: changedAt('2020-07-21T23:00:00Z', () => null) })
    const said = days.slice(1, 4).map(({ date, partial }) => [date, partial])
    expect(said).toEqual([
      ['2020-07-21', false],
      ['2020-07-22', true],
      ['2020-07-23', false],
    ])
  })

  it('spoils a document that has no other', () => {
    const properties = { meta, timeseries: timeseries.map(() => null) }
    expect(() => read(properties)).toThrow('MET Norway: / must be object')
  })
})

describe('the part of a document that describes it', () => {
  it.each<[string, unknown]>([
    ['is missing', undefined],
    ['is null', null],
    ['is text', 'none'],
    ['has no units', { updated_at: meta.updated_at }],
    ['has units that are a list', { ...meta, units: ['celsius'] }],
    ['has units of null', { ...meta, units: null }],
    ['has empty units', { ...meta, units: {} }],
  ])('%s, and the document is refused, since its units cannot be known', (_, given) => {
    const message = 'MET Norway: air_temperature has no unit'
    expect(() => read({ meta: given, timeseries })).toThrow(message)
  })

  it.each([
    ['a number', 5, "is in what is no text, not in 'mm'"],
    ['null', null, "is in what is no text, not in 'mm'"],
    ['inches', 'in', "is in 'in', not in 'mm'"],
  ])('has %s for one unit, and that value alone is null', (_, unit, reason) => {
    const units = { ...meta.units, precipitation_amount: unit }
    const { days, discarded } = read({ meta: { ...meta, units }, timeseries })
    expect(discarded).toEqual([`MET Norway: precipitation_amount ${reason}`])
    expect(days).toEqual(sound.days.map((day) => ({ ...day, precipitationMm: null })))
  })

  it.each([
    ['is missing', undefined],
    ['is null', null],
    ['is no time', 'noon'],
  ])('may lack the time of the model run, which %s', (_, updated_at) => {
    const { days, madeAt } = read({ meta: { ...meta, updated_at }, timeseries })
    expect(days).toEqual(sound.days)
    expect(madeAt).toBeNull()
  })

  it('says when the model ran', () => {
    expect(sound.madeAt).toEqual(new Date('2020-07-20T01:30:57Z'))
  })
})
