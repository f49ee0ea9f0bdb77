import { describe, expect, it } from 'vitest'
import type { Product } from '../domain/product.ts'
import { ProviderError } from '../domain/provider-error.ts'
import type { WeatherProvider } from '../domain/provider.ts'
import { readingOf } from '../test/support/fake-provider.ts'
import { fakeTurnstile, idsOf } from '../test/support/fake-turnstile.ts'
import { ask, ask3, opened } from '../test/support/lane-asks.ts'

describe('a request that is refused', () => {
  it('goes in halves until the place it was refused for is alone', async () => {
    const refuse = new ProviderError('rejected', 'bad place')
    const turnstile = fakeTurnstile({
      answer: ({ places }) => {
        if (!places.some(({ id }) => id === 3)) return undefined
        return new Map(places.map(({ id }) => [id, { kind: 'failed', error: refuse }]))
      },
    })
    const lane = opened(turnstile)
    const answers = await Promise.all([1, 2, 3, 4, 5].map((id) => ask(lane, id)))
    expect(answers.map(({ kind }) => kind)).toEqual([
      'reading',
      'reading',
      'failed',
      'reading',
      'reading',
    ])
    expect(turnstile.passed.map(idsOf)).toEqual([[1, 2, 3, 4, 5], [1, 2, 3], [4, 5], [1, 2], [3]])
  })

  it('is not split on when both of its halves are rejected', async () => {
    const turnstile = fakeTurnstile({
      answer: () => {
        throw new ProviderError('rejected', 'a parameter is gone')
      },
    })
    const lane = opened(turnstile)
    const answers = await Promise.all([1, 2, 3, 4, 5].map((id) => ask(lane, id)))
    expect(answers.every(({ kind }) => kind === 'failed')).toBe(true)
    expect(turnstile.passed.map(idsOf)).toEqual([
      [1, 2, 3, 4, 5],
      [1, 2, 3],
      [4, 5],
    ])
  })

  it('goes in halves while it does not fit the quota', async () => {
    const turnstile = fakeTurnstile({
      answer: ({ places }) => {
        if (places.length > 2) throw new ProviderError('quota-exhausted', 'two fit')
        return undefined
      },
    })
    const lane = opened(turnstile)
    const answers = await Promise.all([1, 2, 3, 4, 5].map((id) => ask(lane, id)))
    expect(answers.every(({ kind }) => kind === 'reading')).toBe(true)
    expect(turnstile.passed.map(idsOf)).toEqual([[1, 2, 3, 4, 5], [1, 2, 3], [4, 5], [1, 2], [3]])
  })

  it.each(['unavailable', 'timeout', 'parked'] as const)(
    'as %s fails for all it carried, at once',
    async (kind) => {
      const turnstile = fakeTurnstile({
        answer: () => {
          throw new ProviderError(kind, 'no', { retryAfterMs: 7 })
        },
      })
      const answers = await Promise.all(ask3(opened(turnstile)))
      for (const answer of answers) {
        expect(answer).toMatchObject({ kind: 'failed', error: { kind, retryAfterMs: 7 } })
      }
      expect(turnstile.passed).toHaveLength(1)
    },
  )

  it('for a reason of ours fails the asks, and the lane goes on', async () => {
    let isBroken = true
    const turnstile = fakeTurnstile({
      answer: () => {
        if (isBroken) throw new TypeError('database is away')
        return undefined
      },
    })
    const lane = opened(turnstile)
    for (const asked of ask3(lane)) await expect(asked).rejects.toThrow('database is away')
    isBroken = false
    expect((await ask(lane, 1)).kind).toBe('reading')
  })
})

describe('an answer', () => {
  it('that lacks a place is that failure of the place alone', async () => {
    const turnstile = fakeTurnstile({ answer: () => new Map([[1, readingOf(['conditions'])]]) })
    const [one, two] = await Promise.all(ask3(opened(turnstile)))
    expect(one).toMatchObject({ kind: 'reading' })
    expect(two).toMatchObject({ kind: 'failed', error: { kind: 'place-missing' } })
  })

  it('in several requests is one reading', async () => {
    const products: readonly Product[] = ['conditions', 'forecast']
    const price: WeatherProvider['price'] = (asks) =>
      products.map((product) => {
        const places = asks.map(({ place }) => place)
        return { url: product, weight: 1, places, products: [product] }
      })
    const turnstile = fakeTurnstile()
    const lane = opened(turnstile, { products, price })
    const answer = await ask(lane, 1, { products })
    expect(answer.kind === 'reading' && Object.keys(answer.reading)).toEqual(products)
  })
})
