import { describe, expect, it } from 'vitest'
import type { Attempt } from './attempt.ts'
import {
  conditionsFrom,
  mergePasses,
  missingProducts,
  openProducts,
  withoutStored,
} from './city-attempts.ts'
import { PRODUCTS } from '../weather/product.ts'
import type { Served } from './provider-chain-port.ts'
import { ProviderError } from './provider-error.ts'

const attempt = (
  provider: Attempt['provider'],
  outcome: Attempt['outcome'],
  ...products: Attempt['products']
): Attempt => ({ provider, outcome, products })

const served = (outcome: Served['outcome'], provider: Served['provider'], attempts: Attempt[]) => ({
  cityId: 1,
  outcome,
  provider,
  attempts,
  reading: {},
  unchanged: [],
  memories: {},
})

describe('what is open of a city', () => {
  it('is what no provider has served', () => {
    const attempts = [
      attempt('open-meteo', 'ok', 'conditions'),
      attempt('open-meteo', 'unavailable', 'forecast', 'air-quality'),
      attempt('met-norway', 'ok', 'forecast'),
    ]
    expect(openProducts(PRODUCTS, attempts)).toEqual(['air-quality'])
    expect(missingProducts(attempts)).toEqual(['air-quality'])
  })

  it('is everything that was never asked about', () => {
    expect(openProducts(['conditions', 'forecast'], [])).toEqual(['conditions', 'forecast'])
    expect(missingProducts([])).toEqual([])
  })

  it('is not what all who were asked do not cover', () => {
    const attempts = [
      attempt('open-meteo', 'ok', 'conditions'),
      attempt('open-meteo', 'not-covered', 'air-quality'),
    ]
    expect(openProducts(['conditions', 'air-quality'], attempts)).toEqual([])
    expect(missingProducts(attempts)).toEqual([])
  })

  it('is what one does not cover and another could not give', () => {
    const attempts = [
      attempt('open-meteo', 'not-covered', 'air-quality'),
      attempt('weatherapi', 'timeout', 'air-quality'),
    ]
    expect(missingProducts(attempts)).toEqual(['air-quality'])
  })
})

describe('two passes over a city', () => {
  const inPart = served('partial', 'open-meteo', [
    attempt('open-meteo', 'ok', 'conditions'),
    attempt('open-meteo', 'unavailable', 'forecast'),
  ])

  it('are whole when the second served what the first left', () => {
    const second = served('ok', 'met-norway', [attempt('met-norway', 'ok', 'forecast')])
    const both = mergePasses(inPart, second)
    expect(both).toMatchObject({ outcome: 'ok', provider: 'open-meteo' })
    expect(conditionsFrom(both.attempts)).toBe('open-meteo')
    expect(missingProducts(both.attempts)).toEqual([])
  })

  it('stay in part when the second served nothing', () => {
    const second = served('failed', null, [attempt('met-norway', 'timeout', 'forecast')])
    const both = mergePasses(inPart, second)
    expect(both).toMatchObject({ outcome: 'partial', provider: 'open-meteo' })
    expect(missingProducts(both.attempts)).toEqual(['forecast'])
  })

  it('are of the one who served the conditions, though another served something before', () => {
    const first = served('failed', 'open-meteo', [
      attempt('open-meteo', 'ok', 'air-quality'),
      attempt('open-meteo', 'unavailable', 'conditions'),
    ])
    const second = served('ok', 'met-norway', [attempt('met-norway', 'ok', 'conditions')])
    expect(mergePasses(first, second)).toMatchObject({ outcome: 'ok', provider: 'met-norway' })
  })

  it('say each failure once, and few of many', () => {
    let all: Served = served('failed', null, [attempt('open-meteo', 'unavailable', 'conditions')])
    for (let pass = 0; pass < 40; pass++) {
      const kinds = ['unavailable', 'timeout', 'network', 'not-json', 'circuit-open'] as const
      const tried = (['met-norway', 'weatherapi', 'nws'] as const).map((provider) =>
        attempt(provider, kinds[pass % kinds.length]!, 'conditions'),
      )
      all = mergePasses(all, served('failed', null, tried))
    }
    expect(all.attempts).toHaveLength(13)
    expect(all.attempts[0]).toMatchObject({ provider: 'open-meteo' })
    const second = served('ok', 'nws', [attempt('nws', 'ok', 'conditions')])
    expect(mergePasses(all, second)).toMatchObject({ outcome: 'ok', provider: 'nws' })
  })
})

describe('an answer that could not be stored', () => {
  const whole = {
    outcome: 'ok',
    provider: 'open-meteo',
    attempts: [attempt('open-meteo', 'ok', 'conditions', 'forecast')],
  } as const
  const error = new ProviderError('not-stored', 'no')
  const refused = (product: 'conditions' | 'forecast') =>
    withoutStored(whole, { product, provider: 'open-meteo', error })

  it('leaves a city in part that has its conditions', () => {
    expect(refused('forecast')).toEqual({
      outcome: 'partial',
      provider: 'open-meteo',
      attempts: [
        attempt('open-meteo', 'ok', 'conditions'),
        { ...attempt('open-meteo', 'not-stored', 'forecast'), message: 'no' },
      ],
    })
  })

  it('has failed a city whose conditions it was', () => {
    expect(refused('conditions')).toMatchObject({ outcome: 'failed', provider: null })
  })

  it('has failed a city of which nothing else was served', () => {
    const only = { ...whole, attempts: [attempt('open-meteo', 'ok', 'forecast')] }
    const ending = withoutStored(only, { product: 'forecast', provider: 'open-meteo', error })
    expect(ending).toMatchObject({ outcome: 'failed', provider: null })
  })
})
