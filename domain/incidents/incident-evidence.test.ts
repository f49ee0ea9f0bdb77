import { expect, it } from 'vitest'
import type { Attempt } from '../provider/attempt.ts'
import { evidenceOf, type EndedRefresh } from './incident-evidence.ts'

const AT = new Date('2026-11-22T10:00:00Z')

const tried = (
  provider: Attempt['provider'],
  outcome: Attempt['outcome'],
  products: Attempt['products'] = ['conditions'],
): Attempt => ({ provider, outcome, products })

const ended = (cityId: number, ...attempts: Attempt[]): EndedRefresh => ({
  cityId,
  runId: 'run',
  at: AT,
  attempts,
})

const notServedBy = (provider: string, page: readonly EndedRefresh[]) =>
  evidenceOf(page).find((one) => one.provider === provider)?.notServed

it('is who did not serve, and who did instead', () => {
  const page = [ended(1, tried('open-meteo', 'unavailable'), tried('met-norway', 'ok'))]
  expect(evidenceOf(page)).toEqual([
    {
      provider: 'open-meteo',
      notServed: [
        {
          cityId: 1,
          servedBy: 'met-norway',
          isUnserved: false,
          kind: 'unavailable',
          message: undefined,
          products: ['conditions'],
          runId: 'run',
          at: AT,
        },
      ],
      served: new Map(),
    },
    { provider: 'met-norway', notServed: [], served: new Map([['conditions', AT]]) },
  ])
})

it('says that no one served', () => {
  const page = [ended(1, tried('open-meteo', 'timeout'), tried('met-norway', 'timeout'))]
  expect(notServedBy('open-meteo', page)).toMatchObject([{ servedBy: null, isUnserved: true }])
})

it('leaves a city its weather where only its air quality is missing', () => {
  const page = [ended(1, tried('open-meteo', 'timeout', ['air-quality']))]
  expect(notServedBy('open-meteo', page)).toMatchObject([{ servedBy: null, isUnserved: false }])
})

it('does not count what the same provider served in a later pass', () => {
  const page = [ended(1, tried('open-meteo', 'timeout'), tried('open-meteo', 'ok'))]
  expect(notServedBy('open-meteo', page)).toEqual([])
})

it('counts only the products that it did not serve in the end', () => {
  const both = tried('open-meteo', 'timeout', ['conditions', 'forecast'])
  const page = [ended(1, both, tried('open-meteo', 'ok'), tried('met-norway', 'ok', ['forecast']))]
  expect(notServedBy('open-meteo', page)).toMatchObject([
    { products: ['forecast'], servedBy: 'met-norway' },
  ])
})

it('is no proof of service where no request was sent', () => {
  const page = [ended(1, tried('met-norway', 'remembered')), ended(2, tried('nws', 'unchanged'))]
  expect(evidenceOf(page).map(({ provider, served }) => [provider, served.size])).toEqual([
    ['met-norway', 0],
    ['nws', 1],
  ])
})

const outOfQuota = (retryAfterMs?: number): Attempt => ({
  ...tried('open-meteo', 'quota-exhausted'),
  ...(retryAfterMs !== undefined && { retryAfterMs }),
})

it.each([
  ['a minute, served by another', 59_000, true, 0],
  ['a minute, not served', 59_000, false, 1],
  ['an hour or more, served by another', 3_000_000, true, 1],
  ['a window whose end is not known, served by another', undefined, true, 1],
] as const)('a spent quota of %s', (_what, retryAfterMs, isServed, expected) => {
  const others = isServed ? [tried('met-norway', 'ok')] : []
  const page = [ended(1, outOfQuota(retryAfterMs), ...others)]
  expect(notServedBy('open-meteo', page)).toHaveLength(expected)
})

const served = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ended(from + index, tried('open-meteo', 'ok')))

it.each([
  ['one of twenty-one', 20, 'timeout', 0],
  ['one of twenty', 19, 'timeout', 1],
  ['the answer of one place', 0, 'schema-mismatch', 0],
  ['a place that the provider does not have', 0, 'place-unavailable', 0],
] as const)('leaves out single failures: %s', (_, others, kind, counted) => {
  const failed = ended(1, tried('open-meteo', kind), tried('met-norway', 'ok'))
  expect(notServedBy('open-meteo', [failed, ...served(2, 2 + others)])).toHaveLength(counted)
})

it('takes two places with answers that cannot be read for the fault of the provider', () => {
  const page = [1, 2].map((id) => ended(id, tried('open-meteo', 'schema-mismatch')))
  expect(notServedBy('open-meteo', page)).toHaveLength(2)
})
