import { afterEach, describe, expect, it, vi } from 'vitest'
import { park } from '../db/queries/provider-pauses.ts'
import {
  PROVIDER_ERROR_FACTS,
  PROVIDER_ERROR_KINDS,
  ProviderError,
} from '../domain/provider/provider-error.ts'
import type { QuotaLimit } from '../domain/quota/windows.ts'
import {
  failureOf,
  REQUEST,
  START,
  withMeteredProvider,
} from '../test/support/fixtures/with-metered-provider.ts'
import { fakeProvider } from '../test/support/providers/fake-provider.ts'
import { NO_LOG } from '../test/support/providers/provider-logs.ts'
import { someCities } from '../test/support/data/some-cities.ts'
import { AdapterDefect } from './adapter-defect.ts'
import { createMeteredProvider, type MeteredProvider } from './metered-provider.ts'
import { utcText } from './utc-text.ts'

const { clock, database, failing, later, ledger, opened, pass, send } = withMeteredProvider()
afterEach(() => {
  vi.useRealTimers()
})

const endOf = (error: unknown): string => {
  if (error instanceof ProviderError) return error.kind
  return String(error)
}

/** The breaker has the process's clock. */
const holdTime = () => vi.useFakeTimers({ toFake: ['Date'], now: START })

const failTimes = async (metered: MeteredProvider, times: number): Promise<void> => {
  for (let time = 0; time < times; time++) {
    failing('unavailable')
    expect((await failureOf(pass(metered))).kind).toBe('unavailable')
  }
}

describe('a provider most of whose requests fail', () => {
  it('has its circuit open for two seconds, and that costs no quota', async () => {
    holdTime()
    const metered = opened()
    await failTimes(metered, 5)
    vi.setSystemTime(later(500))
    const refused = await failureOf(pass(metered))
    expect(refused).toMatchObject({ kind: 'circuit-open', transient: true, retryAfterMs: 1_500 })
    const until = utcText(later(2_000))
    expect(refused.message).toContain(`circuit open until ${until} after too many failures`)
    expect(refused.message).toContain('said unavailable')
    expect(send).toHaveBeenCalledTimes(5)
    expect(await ledger()).toMatchObject({ monthUsed: 5 })
  })

  it('has its circuit opened also when it served until a moment ago', async () => {
    const metered = opened()
    for (let time = 0; time < 20; time++) await pass(metered)
    await failTimes(metered, 7)
    expect((await failureOf(pass(metered))).kind).toBe('circuit-open')
  })

  it('has its circuit opened however seldom requests are sent', async () => {
    holdTime()
    const metered = opened()
    for (let time = 0; time < 5; time++) {
      vi.setSystemTime(later(time * 900_000))
      await failTimes(metered, 1)
    }
    expect((await failureOf(pass(metered))).kind).toBe('circuit-open')
  })

  it('is probed once after that, and each failed probe keeps the circuit open for longer', async () => {
    holdTime()
    const metered = opened()
    await failTimes(metered, 5)
    let atMs = 0
    for (const [index, periodMs] of [2_000, 3_000, 5_000, 8_000, 10_000, 10_000].entries()) {
      expect((await failureOf(pass(metered))).retryAfterMs).toBe(periodMs)
      atMs += periodMs
      vi.setSystemTime(later(atMs))
      failing('unavailable')
      const ends = await Promise.allSettled([pass(metered), pass(metered), pass(metered)])
      expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
      expect(send).toHaveBeenCalledTimes(5 + index + 1)
    }
  })

  it('serves all requests again when the probe succeeds, and is judged from the start', async () => {
    holdTime()
    const metered = opened()
    await failTimes(metered, 5)
    vi.setSystemTime(later(2_000))
    await Promise.all([pass(metered), pass(metered)])
    expect(send).toHaveBeenCalledTimes(7)
    await failTimes(metered, 3)
    await pass(metered)
  })

  const monthly = (limit: number): readonly QuotaLimit[] => [
    { window: 'month', limit, source: 'test', asOf: '2026-11-22' },
  ]
  let limits = monthly(100)

  it.each<[string, () => Promise<void> | void, string]>([
    ['has no quota left', () => void (limits = monthly(5)), 'quota-exhausted'],
    [
      'finds the provider parked',
      () => park(database.db, { provider: 'open-meteo', until: later(500), reason: 'busy' }),
      'parked',
    ],
    [
      'is aborted',
      () => void send.mockRejectedValueOnce(new DOMException('aborted', 'AbortError')),
      'AbortError',
    ],
    [
      'is ended by a reason that is no error',
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors
      () => void send.mockImplementationOnce(() => Promise.reject('enough')),
      'enough',
    ],
    [
      'meets a database that refuses',
      () => void send.mockRejectedValueOnce(new Error('permission denied')),
      'permission denied',
    ],
  ])('is tried by the next request where the one that tries it %s', async (_, prepare, end) => {
    holdTime()
    limits = monthly(100)
    const provider = {
      ...fakeProvider({ send }),
      get quota() {
        return limits
      },
    }
    const deps = { provider, db: database.db, log: NO_LOG }
    const metered = createMeteredProvider(deps)
    await failTimes(metered, 5)
    clock.now = later(2_000)
    vi.setSystemTime(clock.now)
    await prepare()
    const error: unknown = await pass(metered).catch((failure: unknown) => failure)
    expect(endOf(error)).toContain(end)
    limits = monthly(100)
    clock.now = later(1_000)
    vi.setSystemTime(clock.now)
    // It has not answered, so that one failure is enough, and the period is that of the first try.
    await failTimes(metered, 1)
    const refused = await failureOf(pass(metered))
    expect(refused).toMatchObject({ kind: 'circuit-open', retryAfterMs: 3_000 })
    expect(refused.message).toContain('said unavailable')
  })

  it('still gets requests for other products, which have another endpoint', async () => {
    const metered = opened()
    await failTimes(metered, 5)
    const options = {
      signal: new AbortController().signal,
      maxQuotaWaitMs: 0,
      now: () => clock.now,
    }
    const answers = await metered.send({ ...REQUEST, products: ['air-quality'] }, options)
    expect(answers.size).toBe(1)
    expect((await failureOf(pass(metered))).kind).toBe('circuit-open')
  })
})

describe('a provider some of whose requests fail', () => {
  it('keeps its circuit closed after four failures, and after two of three', async () => {
    const few = opened()
    await failTimes(few, 4)
    await pass(few)
    const three = opened()
    await pass(three)
    await failTimes(three, 2)
    await pass(three)
  })

  it('keeps its circuit closed while every tenth fails, or every second', async () => {
    for (const nth of [10, 2]) {
      const metered = opened()
      for (let time = 1; time <= 40; time++) {
        if (time % nth === 0) await failTimes(metered, 1)
        else await pass(metered)
      }
    }
  })

  const ofPlaces = PROVIDER_ERROR_KINDS.filter(
    (kind) => PROVIDER_ERROR_FACTS[kind].blame === 'place',
  )

  it.each([...ofPlaces, 'rejected' as const])(
    'keeps its circuit closed for %s, which a place can be the reason of',
    async (kind) => {
      const metered = opened()
      for (let time = 0; time < 12; time++) {
        failing(kind)
        expect((await failureOf(pass(metered))).kind).toBe(kind)
      }
    },
  )

  const readingFails = [
    ['an answer of the wrong shape', new ProviderError('schema-mismatch', 'no temperature')],
    ['an answer that its adapter stumbles over', new AdapterDefect(new RangeError('1e20'))],
  ] as const

  it.each(readingFails)('keeps its circuit closed for %s about one place', async (_, error) => {
    const metered = opened()
    for (let time = 0; time < 12; time++) {
      send.mockRejectedValueOnce(error)
      expect(await failureOf(pass(metered))).toBe(error)
    }
    await pass(metered)
  })

  it.each(readingFails)('has its circuit opened for %s about many places', async (_, error) => {
    const metered = opened()
    const ofMany = () =>
      metered.send(
        { ...REQUEST, places: someCities(3) },
        { signal: new AbortController().signal, maxQuotaWaitMs: 0, now: () => clock.now },
      )
    for (let time = 0; time < 5; time++) {
      send.mockRejectedValueOnce(error)
      expect(await failureOf(ofMany())).toBe(error)
    }
    expect((await failureOf(ofMany())).kind).toBe('circuit-open')
    expect(send).toHaveBeenCalledTimes(5)
  })

  it('is not judged by the parts of a refused request, which are refused while its circuit is open', async () => {
    const metered = opened()
    const part = () =>
      metered.send(REQUEST, {
        signal: new AbortController().signal,
        maxQuotaWaitMs: 0,
        now: () => clock.now,
        isPart: true,
      })
    for (let time = 0; time < 12; time++) {
      failing('schema-mismatch')
      expect((await failureOf(part())).kind).toBe('schema-mismatch')
    }
    await failTimes(metered, 5)
    expect((await failureOf(part())).kind).toBe('circuit-open')
  })
})
