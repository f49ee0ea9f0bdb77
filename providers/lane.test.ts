import { describe, expect, it } from 'vitest'
import type { Product } from '../domain/weather/product.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { PlaceAnswer } from '../domain/provider/provider.ts'
import { CONDITIONS, readingOf } from '../test/support/providers/fake-provider.ts'
import { fakeMeteredProvider, idsOf } from '../test/support/providers/fake-metered-provider.ts'
import { ask, CITIES, opened } from '../test/support/providers/lane-requests.ts'
import { seededRandom } from '../test/support/random.ts'

describe('asks that wait', () => {
  it('leave together when they come together, in their order', async () => {
    const metered = fakeMeteredProvider()
    const lane = opened(metered)
    const answers = await Promise.all([3, 1, 2].map((id) => ask(lane, id)))
    expect(metered.passed.map(idsOf)).toEqual([[3, 1, 2]])
    expect(answers.map(({ kind }) => kind)).toEqual(['reading', 'reading', 'reading'])
  })

  it('leave together in the next request while one is under way, a person first', async () => {
    const metered = fakeMeteredProvider({ held: true })
    const lane = opened(metered)
    const first = ask(lane, 1)
    await metered.waiting(1)
    const rest = [2, 3].map((id) => ask(lane, id))
    rest.push(ask(lane, 4, { priority: 'person' }), ask(lane, 5))
    await metered.idle()
    expect(metered.passed).toHaveLength(1)
    metered.release()
    await Promise.all([first, ...rest])
    expect(metered.passed.map(idsOf)).toEqual([[1], [4, 2, 3, 5]])
  })

  it('leave in as many requests as their number takes, the person in the first', async () => {
    const metered = fakeMeteredProvider()
    const lane = opened(metered, { maxPlacesPerRequest: 2 })
    const asks = [1, 2, 3, 4].map((id) => ask(lane, id))
    asks.push(ask(lane, 5, { priority: 'person' }))
    await Promise.all(asks)
    expect(metered.passed.map(idsOf)).toEqual([[5, 1], [2, 3], [4]])
  })

  it('never have more requests under way than the lane is wide', async () => {
    const metered = fakeMeteredProvider()
    const pace = { maxInFlight: 3, spacingMs: 0 }
    const lane = opened(metered, { maxPlacesPerRequest: 1, pace })
    await Promise.all(CITIES.map(({ id }) => ask(lane, id)))
    expect(metered.passed).toHaveLength(100)
    expect(metered.peak()).toBe(3)
  })

  it('share a request only with those who want the same products', async () => {
    const metered = fakeMeteredProvider()
    const lane = opened(metered)
    await Promise.all([
      ask(lane, 1),
      ask(lane, 2, { products: ['forecast'] }),
      ask(lane, 3),
      ask(lane, 4, { products: ['forecast'], priority: 'person' }),
    ])
    expect(metered.passed.map(idsOf)).toEqual([
      [4, 2],
      [1, 3],
    ])
  })

  it('go one after the other when they are for the same city', async () => {
    const metered = fakeMeteredProvider()
    const lane = opened(metered)
    await Promise.all([ask(lane, 1), ask(lane, 1), ask(lane, 2)])
    expect(metered.passed.map(idsOf)).toEqual([[1, 2], [1]])
  })
})

describe('a caller that aborts', () => {
  it('leaves the others their request', async () => {
    const metered = fakeMeteredProvider({ held: true })
    const lane = opened(metered)
    const quitter = new AbortController()
    const asks = [ask(lane, 1), ask(lane, 2, { signal: quitter.signal }), ask(lane, 3)]
    await metered.waiting(1)
    quitter.abort(new Error('enough'))
    await expect(asks[1]).rejects.toThrow('enough')
    expect(metered.signals[0]?.aborted).toBe(false)
    metered.release()
    expect((await Promise.all([asks[0], asks[2]])).map((answer) => answer?.kind)).toEqual([
      'reading',
      'reading',
    ])
  })

  it('ends the request when all did', async () => {
    const metered = fakeMeteredProvider({ held: true })
    const lane = opened(metered)
    const quitters = [1, 2, 3].map(() => new AbortController())
    const asks = quitters.map(({ signal }, index) => ask(lane, index + 1, { signal }))
    await metered.waiting(1)
    for (const quitter of quitters) quitter.abort(new Error('enough'))
    for (const asked of asks) await expect(asked).rejects.toThrow('enough')
    expect(metered.signals[0]?.aborted).toBe(true)
  })

  it('is not asked for when still waiting', async () => {
    const metered = fakeMeteredProvider({ held: true })
    const lane = opened(metered)
    const first = ask(lane, 1)
    await metered.waiting(1)
    const quitter = new AbortController()
    const asks = [ask(lane, 2, { signal: quitter.signal }), ask(lane, 3)]
    quitter.abort(new Error('enough'))
    await expect(asks[0]).rejects.toThrow('enough')
    metered.release()
    await Promise.all([first, asks[1]])
    expect(metered.passed.map(idsOf)).toEqual([[1], [3]])
  })
})

const FAILURES = ['unavailable', 'quota-exhausted', 'place-missing']

it('answers every ask with the reading of its city or the reason, whatever happens', async () => {
  const random = seededRandom(247)
  const ownReading = (id: number, products: readonly Product[]) => {
    const { reading } = readingOf(products) as PlaceAnswer & { kind: 'reading' }
    const conditions = { ...CONDITIONS, temperatureC: id }
    return [id, { kind: 'reading', reading: { ...reading, conditions } }] as const
  }
  const bug = new TypeError('a bug')
  const metered = fakeMeteredProvider({
    answer: ({ places, products }) => {
      const luck = random.between(1, 10)
      if (luck === 1) throw new ProviderError('unavailable', 'down')
      if (luck === 2) throw new ProviderError('quota-exhausted', 'full')
      if (luck === 3) throw bug
      const answered = luck === 4 ? places.slice(0, 1) : places
      return new Map(answered.map(({ id }) => ownReading(id, products)))
    },
  })
  const lane = opened(metered, { maxPlacesPerRequest: 7, pace: { maxInFlight: 2, spacingMs: 0 } })
  const outcomes = Array.from({ length: 500 }, async () => {
    await new Promise((resolve) => setTimeout(resolve, random.between(0, 30)))
    const priority = random.between(1, 5) === 1 ? 'person' : 'schedule'
    const signal =
      random.between(1, 5) === 1 ? AbortSignal.timeout(random.between(1, 20)) : undefined
    const product = random.between(1, 4) === 1 ? 'forecast' : 'conditions'
    const id = random.between(1, 100)
    try {
      const options = { priority, products: [product], ...(signal && { signal }) } as const
      const answer = await ask(lane, id, options)
      if (answer.kind === 'failed') return answer.error.kind
      if (answer.kind !== 'reading') return answer.kind
      const isOwn = answer.reading.conditions?.temperatureC === id
      return isOwn && answer.reading[product] ? 'own reading' : 'a reading of others'
    } catch (error) {
      // An ask that gives up fails with its own reason, and nothing but a bug fails the others.
      if (error === bug) return 'bug'
      return signal?.aborted && error === signal.reason ? 'gave up' : 'failed by others'
    }
  })
  const seen = new Set(await Promise.all(outcomes))
  for (const expected of ['own reading', 'gave up']) expect(seen).toContain(expected)
  const possible = ['own reading', 'gave up', 'bug', ...FAILURES]
  expect([...seen].filter((outcome) => !possible.includes(outcome))).toEqual([])
})
