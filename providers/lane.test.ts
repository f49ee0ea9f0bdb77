import { describe, expect, it } from 'vitest'
import type { Product } from '../domain/product.ts'
import { ProviderError } from '../domain/provider-error.ts'
import { readingOf } from '../test/support/fake-provider.ts'
import { fakeTurnstile, idsOf } from '../test/support/fake-turnstile.ts'
import { ask, CITIES, opened } from '../test/support/lane-asks.ts'
import { seededRandom } from '../test/support/random.ts'

describe('asks that wait', () => {
  it('leave together when they come together, in their order', async () => {
    const turnstile = fakeTurnstile()
    const lane = opened(turnstile)
    const answers = await Promise.all([3, 1, 2].map((id) => ask(lane, id)))
    expect(turnstile.passed.map(idsOf)).toEqual([[3, 1, 2]])
    expect(answers.map(({ kind }) => kind)).toEqual(['reading', 'reading', 'reading'])
  })

  it('leave together in the next request while one is under way, a person first', async () => {
    const turnstile = fakeTurnstile({ held: true })
    const lane = opened(turnstile)
    const first = ask(lane, 1)
    await turnstile.waiting(1)
    const rest = [2, 3].map((id) => ask(lane, id))
    rest.push(ask(lane, 4, { priority: 'person' }), ask(lane, 5))
    await turnstile.idle()
    expect(turnstile.passed).toHaveLength(1)
    turnstile.release()
    await Promise.all([first, ...rest])
    expect(turnstile.passed.map(idsOf)).toEqual([[1], [4, 2, 3, 5]])
  })

  it('leave in as many requests as their number takes, the person in the first', async () => {
    const turnstile = fakeTurnstile()
    const lane = opened(turnstile, { maxPlacesPerRequest: 2 })
    const asks = [1, 2, 3, 4].map((id) => ask(lane, id))
    asks.push(ask(lane, 5, { priority: 'person' }))
    await Promise.all(asks)
    expect(turnstile.passed.map(idsOf)).toEqual([[5, 1], [2, 3], [4]])
  })

  it('never have more requests under way than the lane is wide', async () => {
    const turnstile = fakeTurnstile()
    const pace = { maxInFlight: 3, spacingMs: 0 }
    const lane = opened(turnstile, { maxPlacesPerRequest: 1, pace })
    await Promise.all(CITIES.map(({ id }) => ask(lane, id)))
    expect(turnstile.passed).toHaveLength(100)
    expect(turnstile.peak()).toBe(3)
  })

  it('share a request only with those who want the same products', async () => {
    const turnstile = fakeTurnstile()
    const lane = opened(turnstile)
    await Promise.all([
      ask(lane, 1),
      ask(lane, 2, { products: ['forecast'] }),
      ask(lane, 3),
      ask(lane, 4, { products: ['forecast'], priority: 'person' }),
    ])
    expect(turnstile.passed.map(idsOf)).toEqual([
      [4, 2],
      [1, 3],
    ])
  })

  it('go one after the other when they are for the same city', async () => {
    const turnstile = fakeTurnstile()
    const lane = opened(turnstile)
    await Promise.all([ask(lane, 1), ask(lane, 1), ask(lane, 2)])
    expect(turnstile.passed.map(idsOf)).toEqual([[1, 2], [1]])
  })
})

describe('whoever gives up', () => {
  it('leaves the others their request', async () => {
    const turnstile = fakeTurnstile({ held: true })
    const lane = opened(turnstile)
    const quitter = new AbortController()
    const asks = [ask(lane, 1), ask(lane, 2, { signal: quitter.signal }), ask(lane, 3)]
    await turnstile.waiting(1)
    quitter.abort(new Error('enough'))
    await expect(asks[1]).rejects.toThrow('enough')
    expect(turnstile.signals[0]?.aborted).toBe(false)
    turnstile.release()
    expect((await Promise.all([asks[0], asks[2]])).map((answer) => answer?.kind)).toEqual([
      'reading',
      'reading',
    ])
  })

  it('ends the request when all did', async () => {
    const turnstile = fakeTurnstile({ held: true })
    const lane = opened(turnstile)
    const quitters = [1, 2, 3].map(() => new AbortController())
    const asks = quitters.map(({ signal }, index) => ask(lane, index + 1, { signal }))
    await turnstile.waiting(1)
    for (const quitter of quitters) quitter.abort(new Error('enough'))
    for (const asked of asks) await expect(asked).rejects.toThrow('enough')
    expect(turnstile.signals[0]?.aborted).toBe(true)
  })

  it('is not asked for when still waiting', async () => {
    const turnstile = fakeTurnstile({ held: true })
    const lane = opened(turnstile)
    const first = ask(lane, 1)
    await turnstile.waiting(1)
    const quitter = new AbortController()
    const asks = [ask(lane, 2, { signal: quitter.signal }), ask(lane, 3)]
    quitter.abort(new Error('enough'))
    await expect(asks[0]).rejects.toThrow('enough')
    turnstile.release()
    await Promise.all([first, asks[1]])
    expect(turnstile.passed.map(idsOf)).toEqual([[1], [3]])
  })
})

it('loses nobody, whatever happens', async () => {
  const random = seededRandom(247)
  const turnstile = fakeTurnstile({
    answer: ({ places }) => {
      const luck = random.between(1, 10)
      if (luck === 1) throw new ProviderError('unavailable', 'down')
      if (luck === 2) throw new ProviderError('quota-exhausted', 'full')
      if (luck === 3) throw new TypeError('a bug')
      return luck === 4 ? new Map([[places[0]!.id, readingOf(['conditions'])]]) : undefined
    },
  })
  const lane = opened(turnstile, { maxPlacesPerRequest: 7, pace: { maxInFlight: 2, spacingMs: 0 } })
  const asks = Array.from({ length: 500 }, async () => {
    await new Promise((resolve) => setTimeout(resolve, random.between(0, 30)))
    const priority = random.between(1, 5) === 1 ? 'person' : 'schedule'
    const signal =
      random.between(1, 5) === 1 ? AbortSignal.timeout(random.between(1, 20)) : undefined
    const products: readonly Product[] = random.between(1, 4) === 1 ? ['forecast'] : ['conditions']
    return ask(lane, random.between(1, 100), { priority, products, ...(signal && { signal }) })
  })
  expect(await Promise.allSettled(asks)).toHaveLength(500)
})
