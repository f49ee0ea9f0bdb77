import { expect, test } from 'vitest'
import {
  countsOf,
  shadeAt,
  shadingOfAges,
  shadingOfProviders,
  shadingOfTemperatures,
} from './map-shading.ts'

const shadesOf = ({ classes }: { readonly classes: Uint8Array }) => [...classes].map(shadeAt)

test('by age, classes grow with the minutes that have passed', () => {
  const shaded = (passed: number) => shadesOf(shadingOfAges([1, 20, null], passed))
  expect(shaded(0)).toEqual(['very_fresh', 'fresh', 'no_data'])
  expect(shaded(15)).toEqual(['fresh', 'stale', 'no_data'])
})

test('by temperature, bounds are said in the unit of the viewer', () => {
  const celsius = [-3, 0, 14, 25, null]
  expect(countsOf(shadingOfTemperatures(celsius, '°C'))).toEqual([
    ['below 0 °C', 1],
    ['0 to 15 °C', 2],
    ['15 to 25 °C', 0],
    ['25 °C and more', 1],
    ['no data', 1],
  ])
  expect(shadingOfTemperatures(celsius, '°F').names).toEqual([
    'below 32 °F',
    '32 to 59 °F',
    '59 to 77 °F',
    '77 °F and more',
    'no data',
  ])
})

test('by provider, the one of most cities comes first', () => {
  const shading = shadingOfProviders([1, 1, 0, null], ['A', 'B'])
  expect(countsOf(shading)).toEqual([
    ['B', 2],
    ['A', 1],
    ['no data', 1],
  ])
  expect(shadesOf(shading)).toEqual(['very_fresh', 'very_fresh', 'fresh', 'no_data'])
})

test('of more providers than shades, those of the fewest cities share one', () => {
  const shading = shadingOfProviders([0, 1, 2, 3, 4, 4, null], ['A', 'B', 'C', 'D', 'E'])
  expect(countsOf(shading)).toEqual([
    ['E', 2],
    ['A', 1],
    ['B', 1],
    ['C', 1],
    ['others, or no data', 2],
  ])
})
