import { describe, expect, it } from 'vitest'
import type { Product } from '../domain/weather/product.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { WeatherProvider } from '../domain/provider/provider.ts'
import { readingOf } from '../test/support/providers/fake-provider.ts'
import { fakeMeteredProvider, idsOf } from '../test/support/providers/fake-metered-provider.ts'
import { ask, ask3, CITIES, opened } from '../test/support/providers/lane-requests.ts'

it.each(['rejected', 'schema-mismatch', 'quota-exhausted', 'unavailable', 'timeout'] as const)(
  'a request for a file that serves all places is sent once where it is %s, and no place is barred',
  async (kind) => {
    const metered = fakeMeteredProvider({
      answer: () => {
        throw new ProviderError(kind, 'no file')
      },
    })
    const lane = opened(metered, {
      price: (requests) => {
        const places = requests.map(({ place }) => place)
        const products = ['conditions'] as const
        return [{ url: 'https://x.test/file', weight: 1, places, products, isIndivisible: true }]
      },
    })
    const answers = await Promise.all(CITIES.map(({ id }) => ask(lane, id)))
    expect(metered.passed).toHaveLength(1)
    for (const answer of answers) {
      expect(answer).toMatchObject({ kind: 'failed', error: { kind } })
      expect(answer.memory).toBeUndefined()
    }
  },
)

describe('a request that is refused', () => {
  it('goes in halves until the place it was refused for is alone', async () => {
    const refuse = new ProviderError('rejected', 'bad place')
    const metered = fakeMeteredProvider({
      answer: ({ places }) => {
        if (!places.some(({ id }) => id === 3)) return undefined
        return new Map(places.map(({ id }) => [id, { kind: 'failed', error: refuse }]))
      },
    })
    const lane = opened(metered)
    const answers = await Promise.all([1, 2, 3, 4, 5].map((id) => ask(lane, id)))
    expect(answers.map(({ kind }) => kind)).toEqual([
      'reading',
      'reading',
      'failed',
      'reading',
      'reading',
    ])
    expect(metered.passed.map(idsOf)).toEqual([[1, 2, 3, 4, 5], [1, 2, 3], [4, 5], [1, 2], [3]])
  })

  it('is given up after a few calls when nothing of it is served, and the next is not split', async () => {
    const metered = fakeMeteredProvider({
      answer: () => {
        throw new ProviderError('rejected', 'a parameter is gone')
      },
    })
    const lane = opened(metered)
    const askAll = () => Promise.all(CITIES.map(({ id }) => ask(lane, id)))
    expect((await askAll()).every(({ kind }) => kind === 'failed')).toBe(true)
    expect(metered.passed).toHaveLength(1 + 14)
    await askAll()
    expect(metered.passed).toHaveLength(1 + 14 + 1)
  })

  it('goes in halves while it does not fit the quota', async () => {
    const metered = fakeMeteredProvider({
      answer: ({ places }) => {
        if (places.length > 2) throw new ProviderError('quota-exhausted', 'two fit')
        return undefined
      },
    })
    const lane = opened(metered)
    const answers = await Promise.all([1, 2, 3, 4, 5].map((id) => ask(lane, id)))
    expect(answers.every(({ kind }) => kind === 'reading')).toBe(true)
    expect(metered.passed.map(idsOf)).toEqual([[1, 2, 3, 4, 5], [1, 2, 3], [4, 5], [1, 2], [3]])
  })

  it.each(['unauthorized', 'rate-limited', 'circuit-open', 'parked'] as const)(
    'as %s fails for all it carried, at once',
    async (kind) => {
      const metered = fakeMeteredProvider({
        answer: () => {
          throw new ProviderError(kind, 'no', { retryAfterMs: 7 })
        },
      })
      const answers = await Promise.all(ask3(opened(metered)))
      for (const answer of answers) {
        expect(answer).toMatchObject({ kind: 'failed', error: { kind, retryAfterMs: 7 } })
      }
      expect(metered.passed).toHaveLength(1)
    },
  )

  it('for a reason of ours fails the asks, and the lane goes on', async () => {
    let isBroken = true
    const metered = fakeMeteredProvider({
      answer: () => {
        if (isBroken) throw new TypeError('database is away')
        return undefined
      },
    })
    const lane = opened(metered)
    for (const asked of ask3(lane)) await expect(asked).rejects.toThrow('database is away')
    isBroken = false
    expect((await ask(lane, 1)).kind).toBe('reading')
  })
})

describe('an answer', () => {
  it('that lacks a place is that failure of the place alone', async () => {
    const metered = fakeMeteredProvider({ answer: () => new Map([[1, readingOf(['conditions'])]]) })
    const [one, two] = await Promise.all(ask3(opened(metered)))
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
    const metered = fakeMeteredProvider()
    const lane = opened(metered, { products, price })
    const answer = await ask(lane, 1, { products })
    expect(answer.kind === 'reading' && Object.keys(answer.reading)).toEqual(products)
  })
})
