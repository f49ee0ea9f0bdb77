import { describe, expect, it } from 'vitest'
import { ProviderError, type ProviderErrorKind } from '../domain/provider/provider-error.ts'
import type { Answers } from '../domain/provider/provider.ts'
import { fakeProvider } from '../test/support/providers/fake-provider.ts'
import { fakeMeteredProvider, idsOf } from '../test/support/providers/fake-metered-provider.ts'
import { ask, ask3, CITIES, opened } from '../test/support/providers/lane-requests.ts'
import { createLane } from './lane.ts'

/** Fails a number of times, then serves. */
function failing(times: number, kind: ProviderErrorKind, retryAfterMs?: number) {
  let left = times
  return (): Answers | undefined => {
    if (left === 0) return undefined
    left -= 1
    throw new ProviderError(kind, 'a blip', retryAfterMs === undefined ? {} : { retryAfterMs })
  }
}

describe('a request of many places', () => {
  it.each(['unavailable', 'timeout', 'network', 'not-json'] as const)(
    'that fails with %s is sent again with all of them',
    async (kind) => {
      const metered = fakeMeteredProvider({ answer: failing(2, kind) })
      const answers = await Promise.all(ask3(opened(metered)))
      expect(answers.map((answer) => answer.kind)).toEqual(['reading', 'reading', 'reading'])
      expect(metered.passed.map(idsOf)).toEqual([
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ])
    },
  )

  it('is sent three times at most', async () => {
    const metered = fakeMeteredProvider({ answer: failing(99, 'unavailable') })
    const answers = await Promise.all(ask3(opened(metered)))
    for (const answer of answers) expect(answer).toMatchObject({ error: { kind: 'unavailable' } })
    expect(metered.passed).toHaveLength(3)
  })

  it.each([
    ['quota-exhausted', 1, 5],
    ['rate-limited', 1, 1],
    ['parked', 1, 1],
    ['circuit-open', 1, 1],
    ['unauthorized', 1, 1],
  ] as const)('that fails with %s is not sent again as it is', async (kind, times, sent) => {
    const metered = fakeMeteredProvider({ answer: failing(99, kind, 1) })
    await Promise.all(ask3(opened(metered)))
    expect(metered.passed.filter((request) => idsOf(request).length === 3)).toHaveLength(times)
    expect(metered.passed).toHaveLength(sent)
  })

  it('is sent again when the provider asks to wait a moment, not when it asks for longer', async () => {
    const moment = fakeMeteredProvider({ answer: failing(1, 'unavailable', 1) })
    await Promise.all(ask3(opened(moment)))
    expect(moment.passed).toHaveLength(2)
    const longer = fakeMeteredProvider({ answer: failing(1, 'unavailable', 3_001) })
    await Promise.all(ask3(opened(longer)))
    expect(longer.passed).toHaveLength(1)
  })

  it('is sent again after a pause that depends on the tries', async () => {
    const paused: number[] = []
    const metered = fakeMeteredProvider({ answer: failing(2, 'network') })
    const pauseMs = (tries: number): number => {
      paused.push(tries)
      return 1
    }
    const lane = createLane({
      provider: fakeProvider(),
      metered,
      now: () => new Date(0),
      pauseMs,
    })
    await Promise.all(ask3(lane))
    expect(paused).toEqual([1, 2])
  })

  it('ends its tries when every caller has aborted', async () => {
    const quitter = new AbortController()
    const metered = fakeMeteredProvider({
      answer: () => {
        quitter.abort(new Error('enough'))
        throw new ProviderError('unavailable', 'down')
      },
    })
    const lane = opened(metered)
    const asks = [1, 2].map((id) => ask(lane, id, { signal: quitter.signal }))
    for (const asked of asks) await expect(asked).rejects.toThrow('enough')
    expect(metered.passed).toHaveLength(1)
    metered.release()
    await expect(ask(lane, 3, { signal: quitter.signal })).rejects.toThrow('enough')
  })
})

it('a request of one place is left to the next provider at its first failure', async () => {
  const metered = fakeMeteredProvider({ answer: failing(99, 'unavailable') })
  const lane = opened(metered, { maxPlacesPerRequest: 1 })
  await Promise.all(ask3(lane))
  expect(metered.passed).toHaveLength(3)
})

it('a part of a refused request that fails for a transient reason is sent again, and says nothing of the provider', async () => {
  let isDown = true
  const metered = fakeMeteredProvider({
    answer: (request) => {
      if (idsOf(request).length === 2 && isDown) {
        isDown = false
        throw new ProviderError('unavailable', 'a blip')
      }
      if (idsOf(request).includes(3)) throw new ProviderError('rejected', 'bad place')
      return undefined
    },
  })
  const answers = await Promise.all(ask3(opened(metered)))
  expect(answers.map(({ kind }) => kind)).toEqual(['reading', 'reading', 'failed'])
  expect(metered.options.map(({ isPart }) => isPart)).toEqual([false, true, true, true])
})

describe('a lane whose queue is full', () => {
  it('fails with a separate kind, and says how long the queue is', async () => {
    const metered = fakeMeteredProvider({ held: true })
    const pace = { maxInFlight: 1, spacingMs: 10_000 }
    const lane = opened(metered, { maxPlacesPerRequest: 1, pace })
    const asks = CITIES.slice(0, 4).map(({ id }) => ask(lane, id))
    const refused = await ask(lane, 5)
    expect(refused).toMatchObject({
      kind: 'failed',
      error: { kind: 'queue-full', transient: true, retryAfterMs: 40_000 },
    })
    metered.release()
    expect((await Promise.all(asks)).map(({ kind }) => kind)).toEqual(Array(4).fill('reading'))
  })

  it('still takes a person', async () => {
    const metered = fakeMeteredProvider({ held: true })
    const pace = { maxInFlight: 1, spacingMs: 10_000 }
    const lane = opened(metered, { maxPlacesPerRequest: 1, pace })
    const asks = CITIES.slice(0, 4).map(({ id }) => ask(lane, id))
    asks.push(ask(lane, 5, { priority: 'person' }))
    metered.release()
    expect((await Promise.all(asks)).map(({ kind }) => kind)).toEqual(Array(5).fill('reading'))
  })
})
