import { describe, expect, it } from 'vitest'
import type { CityId } from '../domain/city/city.ts'
import { ProviderError, type ProviderErrorKind } from '../domain/provider/provider-error.ts'
import type { Answers } from '../domain/provider/provider.ts'
import { readingOf } from '../test/support/providers/fake-provider.ts'
import { seededRandom } from '../test/support/random.ts'
import { splitBatch } from './split-batch.ts'

const IDS = Array.from({ length: 100 }, (_, index) => index + 1)

const failedAll = (ids: readonly CityId[], kind: ProviderErrorKind): Answers => {
  const error = new ProviderError(kind, `said ${kind}`)
  return new Map(ids.map((id) => [id, { kind: 'failed', error }]))
}

const servedAll = (ids: readonly CityId[]): Answers =>
  new Map(ids.map((id) => [id, readingOf(['conditions'])]))

/** Refuses every request that holds a bad place, without saying which. */
async function splitWith(
  bad: readonly CityId[],
  { ids = IDS, kind = 'rejected' }: { ids?: readonly CityId[]; kind?: ProviderErrorKind } = {},
) {
  const calls: (readonly CityId[])[] = []
  const split = await splitBatch({
    ids,
    answers: failedAll(ids, kind),
    send: (part) => {
      calls.push(part)
      const isBad = part.some((id) => bad.includes(id))
      return Promise.resolve(isBad ? failedAll(part, kind) : servedAll(part))
    },
  })
  const served = [...split.answers].flatMap(([id, answer]) =>
    answer.kind === 'failed' ? [] : [id],
  )
  return { ...split, calls, served }
}

const without = (bad: readonly CityId[]): CityId[] => IDS.filter((id) => !bad.includes(id))

describe('a refused batch', () => {
  it.each([
    [[17]],
    [[1, 100]],
    [[10, 90]],
    [[50, 51]],
    [[3, 40, 77]],
    [[1, 2, 3]],
    [[5, 30, 55, 80, 99]],
    [[26, 27, 28, 29, 30]],
    [[1, 25, 50, 75, 100]],
    [[8, 16, 24, 32, 40, 48]],
  ])('with bad places %j serves all the others and names the bad', async (bad) => {
    const split = await splitWith(bad)
    expect(split.served).toEqual(without(bad))
    expect([...split.badIds].sort((one, other) => one - other)).toEqual(bad)
    expect(split.isInVain).toBe(false)
  })

  it('serves all but up to six bad places wherever they are, at two calls for each level and place', async () => {
    const random = seededRandom(8)
    for (let time = 0; time < 500; time++) {
      const start = random.between(1, 90)
      const spread = random.between(1, 2) === 1 ? [1, 100] : [start, start + 9]
      const bad = [...new Set(IDS.slice(0, 6).map(() => random.between(spread[0]!, spread[1]!)))]
      const split = await splitWith(bad)
      expect(split.served).toEqual(without(bad))
      expect(new Set(split.badIds)).toEqual(new Set(bad))
      expect(split.calls.length).toBeLessThanOrEqual(2 * 7 * bad.length)
    }
  })

  it('in which one place makes every answer unreadable is served but for it', async () => {
    const split = await splitWith([33, 66], { kind: 'schema-mismatch' })
    expect(split.served).toEqual(without([33, 66]))
    expect(new Set(split.badIds)).toEqual(new Set([33, 66]))
  })

  it('that is bad as a whole costs fourteen calls, and blames no place', async () => {
    const split = await splitWith(IDS)
    expect(split.calls).toHaveLength(14)
    expect(split).toMatchObject({ served: [], badIds: [], isInVain: true })
    expect(split.answers.size).toBe(100)
  })

  it('that is bad for every second place ends within its bound', async () => {
    const split = await splitWith(IDS.filter((id) => id % 2 === 0))
    expect(split.calls.length).toBeLessThanOrEqual(84)
    expect(split.answers.size).toBe(100)
  })

  it.each([
    [[1, 2], [2]],
    [
      [1, 2],
      [1, 2],
    ],
    [
      [1, 2, 3],
      [1, 3],
    ],
    [[7], [7]],
  ])('of few, %j with %j bad, ends', async (ids, bad) => {
    const split = await splitWith(bad, { ids })
    expect(split.served).toEqual(ids.filter((id) => !bad.includes(id)))
    const isAnyGood = bad.length < ids.length
    expect(new Set(split.badIds)).toEqual(new Set(isAnyGood ? bad : []))
  })
})

describe('a batch that does not fit the quota', () => {
  it('is served as far as it fits, and no place is to blame', async () => {
    let left = 30
    const split = await splitBatch({
      ids: IDS,
      answers: failedAll(IDS, 'quota-exhausted'),
      send: (part) => {
        if (part.length > left) return Promise.resolve(failedAll(part, 'quota-exhausted'))
        left -= part.length
        return Promise.resolve(servedAll(part))
      },
    })
    const served = [...split.answers.values()].filter(({ kind }) => kind === 'reading')
    expect(served).toHaveLength(30)
    expect(split.badIds).toEqual([])
  })
})

it('a part that fails for another reason keeps it, and is not split', async () => {
  const calls: (readonly CityId[])[] = []
  const split = await splitBatch({
    ids: [1, 2, 3, 4],
    answers: failedAll([1, 2, 3, 4], 'rejected'),
    send: (part) => {
      calls.push(part)
      return Promise.resolve(part.includes(1) ? failedAll(part, 'unavailable') : servedAll(part))
    },
  })
  expect(calls).toEqual([
    [1, 2],
    [3, 4],
  ])
  expect(split.answers.get(1)).toMatchObject({ error: { kind: 'unavailable' } })
  expect(split.badIds).toEqual([])
})
