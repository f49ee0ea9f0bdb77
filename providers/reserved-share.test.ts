import { expect, it } from 'vitest'
import type { Product } from '../domain/weather/product.ts'
import type { ProviderRequest, WeatherProvider } from '../domain/provider/provider.ts'
import type { QuotaLimit } from '../domain/quota/windows.ts'
import { fakeProvider } from '../test/support/providers/fake-provider.ts'
import { someCities } from '../test/support/data/some-cities.ts'
import { limitsWithReserve } from './reserved-share.ts'

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

it('keeps a quarter of day and month for products that no later provider offers', () => {
  const limitsFor = limitsWithReserve(provider(EVERYTHING), () => [
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
  ['the other has few places', [provider(['conditions'], { isSparse: true })]],
])('keeps nothing back where %s', (_, later) => {
  const limitsFor = limitsWithReserve(provider(EVERYTHING), () => later)
  expect(numbers(limitsFor(request('conditions')))).toEqual([1000, 1000, 1000])
})
