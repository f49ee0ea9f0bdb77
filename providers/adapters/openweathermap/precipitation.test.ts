import { describe, expect, it } from 'vitest'
import { precipitationIn } from './precipitation.ts'

const ids = (...list: (number | null)[]) => ({ weather: list.map((id) => ({ id })) })

describe('rain and snow that are absent', () => {
  it.each([200, 201, 202, 230, 231, 232])('are not known beside thunderstorm id %i', (id) => {
    expect(precipitationIn(ids(id), '1h')).toBeNull()
  })

  it.each([300, 302, 310, 314, 321, 500, 501, 504, 511, 520, 531])(
    'are not known beside id %i of drizzle or rain',
    (id) => {
      expect(precipitationIn(ids(id), '3h')).toBeNull()
    },
  )

  it.each([600, 602, 611, 613, 615, 616, 620, 622])('are not known beside id %i of snow', (id) => {
    expect(precipitationIn(ids(id), '3h')).toBeNull()
  })

  it.each([210, 211, 212, 221, 701, 721, 741, 762, 800, 801, 802, 803, 804])(
    'are 0 beside dry id %i',
    (id) => {
      expect(precipitationIn(ids(id), '1h')).toBe(0)
    },
  )

  it.each([
    ['a squall', ids(771)],
    ['a tornado', ids(781)],
    ['an unknown id', ids(999)],
    ['no id', ids(null)],
    ['no weather', {}],
    ['an empty list', ids()],
    ['mist and rain', ids(701, 500)],
    ['rain first and thunder second', ids(501, 211)],
  ])('are not known beside %s', (_, answer) => {
    expect(precipitationIn(answer, '1h')).toBeNull()
  })

  it('are 0 beside several dry ids', () => {
    expect(precipitationIn(ids(701, 804), '1h')).toBe(0)
  })
})

describe('an amount of rain or snow', () => {
  it.each([
    ['rain beside a rain id', { ...ids(500), rain: { '1h': 0.51 } }, 0.51],
    ['snow beside a snow id', { ...ids(601), snow: { '1h': 1.2 } }, 1.2],
    ['both', { ...ids(616), rain: { '1h': 0.3 }, snow: { '1h': 0.4 } }, 0.7],
    ['rain beside sleet', { ...ids(611), rain: { '1h': 0.3 } }, 0.3],
    ['snow beside sleet', { ...ids(612), snow: { '1h': 0.2 } }, 0.2],
    ['rain beside a dry id', { ...ids(804), rain: { '1h': 0.1 } }, 0.1],
    ['0 that is said', { ...ids(500), rain: { '1h': 0 } }, 0],
    ['rain without its hour', { ...ids(500), rain: {} }, null],
    ['rain of other hours', { ...ids(500), rain: { '3h': 2 } }, null],
    ['null', { ...ids(500), rain: null }, null],
    ['rain where snow falls as well', { ...ids(616), rain: { '1h': 0.3 } }, null],
    ['snow where rain falls as well', { ...ids(500, 600), snow: { '1h': 0.3 } }, null],
    ['a negative one', { ...ids(500), rain: { '1h': -9999 } }, null],
  ])('is %s', (_, answer, mm) => {
    expect(precipitationIn(answer as Parameters<typeof precipitationIn>[0], '1h')).toBe(mm)
  })
})
