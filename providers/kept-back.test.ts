import { expect, it } from 'vitest'
import type { Product } from '../domain/product.ts'
import type { ProviderRequest, WeatherProvider } from '../domain/provider.ts'
import type { QuotaLimit } from '../domain/quota.ts'
import { fakeProvider } from '../test/support/fake-provider.ts'
import { someCities } from '../test/support/some-cities.ts'
import { limitsWithShareKept } from './kept-back.ts'

const quota = (['minute', 'day', 'month'] as const).map((window): QuotaLimit => {
  return { window, limit: 1000, source: 'test', asOf: '2026-11-22' }
})
const EVERYTHING = ['conditions', 'forecast', 'air-quality'] as const

const provider = (products: readonly Product[], more: Partial<WeatherProvider> = {}) =>
  fakeProvider({ products, quota, ...more })

const request = (...products: Product[]): ProviderRequest => ({
  url: 'https://example.org/',
  weight: 1,
  places: someCities(1),
  products,
})

const numbers = (limits: readonly QuotaLimit[]) => limits.map(({ limit }) => limit)

it('keeps a quarter of day and month for what nobody else offers', () => {
  const limitsFor = limitsWithShareKept(provider(EVERYTHING), [
    provider(['conditions', 'forecast']),
  ])
  expect(numbers(limitsFor(request('conditions', 'forecast')))).toEqual([1000, 750, 750])
  expect(numbers(limitsFor(request('air-quality')))).toEqual([1000, 1000, 1000])
})

it.each([
  ['there is no other provider', []],
  ['another offers the same', [provider(EVERYTHING)]],
  ['no other covers the place', [provider(['conditions'], { covers: () => false })]],
  ['no other has all that is asked', [provider(['forecast'])]],
])('keeps nothing back where %s', (_, later) => {
  const limitsFor = limitsWithShareKept(provider(EVERYTHING), later)
  expect(numbers(limitsFor(request('conditions')))).toEqual([1000, 1000, 1000])
})
