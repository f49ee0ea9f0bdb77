import { expect, test } from 'vitest'
import { cityFiltersOf, definedOf } from './city-filters.ts'
import { runFiltersOf } from './run-filters.ts'

const query = (text: string) => new URLSearchParams(text)

test('an address says what is filtered; what it says wrongly counts as not said', () => {
  const asked = cityFiltersOf(query('q=%20lon&freshness=stale&outcome=failed&country=gb&sort=name'))
  expect(definedOf(asked)).toEqual({
    q: 'lon',
    freshness: 'stale',
    outcome: 'failed',
    country: 'gb',
    sort: 'name',
  })
  const wrong = cityFiltersOf(query('q=&freshness=rotten&late=maybe&country=gbr&sort=size'))
  expect(definedOf(wrong)).toEqual({ sort: 'age' })
})

test('so for runs', () => {
  expect(
    runFiltersOf(query('kind=refresh&status=FAILURE&trigger=api&city=Tokyo&cursor=x')),
  ).toEqual({
    kind: 'refresh',
    status: 'FAILURE',
    trigger: 'api',
    city: 'Tokyo',
    cursor: 'x',
  })
  expect(runFiltersOf(query('kind=none&status=failure&city='))).toEqual({})
})
