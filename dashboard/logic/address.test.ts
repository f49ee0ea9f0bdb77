import { expect, it, test } from 'vitest'
import { pageAt, runAddress, withQuery } from './address.ts'

it.each([
  ['/', { name: 'now' }],
  ['/cities', { name: 'cities' }],
  ['/cities/', { name: 'cities' }],
  ['/cities/2643743', { name: 'city', cityId: 2643743 }],
  ['/cities/london', { name: 'nowhere' }],
  ['/runs/refresh-city/1/run%201', { name: 'run', taskId: 'refresh-city/1/run 1' }],
  ['/runs/%zz', { name: 'run', taskId: '%zz' }],
  ['/else', { name: 'nowhere' }],
])('%s shows its page', (path, page) => {
  expect(pageAt(path)).toEqual(page)
})

test('a run is found again by its address', () => {
  const taskId = 'refresh-all-cities-2026-11-22T10:01:00Z/a b'
  expect(pageAt(runAddress(taskId))).toEqual({ name: 'run', taskId })
})

test('a filter is a part of the address, and paging starts over', () => {
  expect(withQuery('/cities', '?late=true&cursor=abc', { q: 'lon' })).toBe(
    '/cities?late=true&q=lon',
  )
  expect(withQuery('/cities', '?late=true', { late: null })).toBe('/cities')
  expect(withQuery('/cities', '?q=a', { q: '' })).toBe('/cities')
})
