import { expect, test } from 'vitest'
import { columnsOf, sentenceOf, sourceSpans, type Point } from './chart-data.ts'

const point = (at: number, value: number | null, provider = 'open-meteo'): Point => ({
  at,
  low: null,
  value,
  high: null,
  providers: [provider],
})

test('a gap is a gap: nothing is drawn where nothing is known', () => {
  const columns = columnsOf(
    [point(0, 1), point(5_000, 2), point(1_000, 3), point(6_000, null)],
    1_000,
  )
  expect(columns[0]).toEqual([0, 1_000, 2_000, 5_000, 6_000])
  expect(columns[2]).toEqual([1, 3, null, 2, null])
})

test('spans of one source end where another begins, and where nothing is known', () => {
  const points = [point(0, 1), point(1_000, 1), point(2_000, 1, 'met-norway'), point(9_000, 1)]
  expect(sourceSpans(points, 1_000)).toEqual([
    { from: 0, to: 1_000, providers: 'open-meteo' },
    { from: 2_000, to: 2_000, providers: 'met-norway' },
    { from: 9_000, to: 9_000, providers: 'open-meteo' },
  ])
  expect(sourceSpans([{ ...point(0, 1), providers: null }], 1_000)[0]?.providers).toBe('not kept')
})

test('the sentence says what the line shows', () => {
  const hour: Point = { at: 0, low: -2, value: 1, high: 3.5, providers: null }
  expect(sentenceOf([hour, point(1, 5)], '°C')).toBe(
    'Temperatures between -2.0 °C and 5.0 °C, 2 values.',
  )
  expect(sentenceOf([point(0, null)], '°C')).toBe('No temperatures are stored for this span.')
})
