import { expect, it } from 'vitest'
import { cityWordText, parseCityWords } from './city-arguments.ts'

const read = (...words: string[]) => parseCityWords(words).map(cityWordText)

it('reads names, ids and countries, however they are separated', () => {
  expect(read('London', 'Paris')).toEqual(['London', 'Paris'])
  expect(read('London, New York City ,2950159')).toEqual(['London', 'New York City', 'id 2950159'])
  expect(read('London,CA', 'Paris, FR,Bonn')).toEqual(['London,CA', 'Paris,FR', 'Bonn'])
})

it('takes two letters for a country only after a name', () => {
  expect(read('CA', '2950159,DE', 'London,CA,GB')).toEqual([
    'CA',
    'id 2950159',
    'DE',
    'London,CA',
    'GB',
  ])
})

it('takes the name of a country for one only after a name', () => {
  expect(read('Tokyo, Japan', 'Japan', 'London,UK, Lima, Peru')).toEqual([
    'Tokyo,JP',
    'Japan',
    'London,GB',
    'Lima,PE',
  ])
})

it('skips what is empty', () => {
  expect(read('', ' , ,')).toEqual([])
})
