import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openCircuits } from '../db/queries/provider-circuits.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { Answers, PlaceAnswer, ProviderRequest } from '../domain/provider/provider.ts'
import { someCities } from '../test/support/data/some-cities.ts'
import {
  failureOf,
  REQUEST,
  START,
  withMeteredProvider,
} from '../test/support/fixtures/with-metered-provider.ts'
import { readingOf, readingsFor } from '../test/support/providers/fake-provider.ts'
import { keptLog } from '../test/support/providers/provider-logs.ts'
import type { MeteredProvider } from './metered-provider.ts'

const { clock, database, failing, later, ledger, opened, pass, send } = withMeteredProvider()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

const moveOn = (ms: number): void => {
  clock.now = later(ms)
  vi.setSystemTime(clock.now)
}

const failTimes = async (metered: MeteredProvider, times: number): Promise<void> => {
  for (let time = 0; time < times; time++) {
    failing('unavailable')
    await failureOf(pass(metered))
  }
}

describe('E46: a circuit', () => {
  it('that one process opens is open in every other, and costs them no quota', async () => {
    const [one, other] = [opened(), opened()]
    await failTimes(one, 5)
    for (const metered of [one, other, opened()]) {
      expect(await failureOf(pass(metered))).toMatchObject({ kind: 'circuit-open' })
    }
    expect(send).toHaveBeenCalledTimes(5)
    expect(await ledger()).toMatchObject({ monthUsed: 5 })
  })

  it('is probed by one process of all, and a success closes it for all', async () => {
    const processes = [opened(), opened(), opened()]
    await failTimes(processes[0]!, 5)
    await Promise.allSettled(processes.map((metered) => pass(metered)))
    moveOn(2_000)
    let answer = (_: Answers): void => undefined
    send.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)))
    const probing = pass(processes[1]!)
    await expect.poll(() => send.mock.calls.length).toBe(6)
    for (const metered of [processes[0]!, processes[2]!, opened()]) {
      expect(await failureOf(pass(metered))).toMatchObject({ kind: 'circuit-open' })
    }
    expect(send).toHaveBeenCalledTimes(6)
    answer(readingsFor(REQUEST.places))
    await probing
    moveOn(2_001)
    for (const metered of processes) await pass(metered)
    expect(await openCircuits(database.db)).toEqual([])
  })

  it('stays open over a restart, and a probe that never ends is followed by another one', async () => {
    await failTimes(opened(), 5)
    moveOn(2_000)
    send.mockImplementationOnce(() => new Promise(() => undefined))
    void pass(opened())
    await expect.poll(() => send.mock.calls.length).toBe(6)
    moveOn(14_000)
    expect(await failureOf(pass(opened()))).toMatchObject({ kind: 'circuit-open' })
    moveOn(1_500)
    await pass(opened())
    expect(await openCircuits(database.db)).toEqual([])
  })

  it.each(['rate-limited', 'unauthorized'] as const)(
    'is not opened by %s, which pauses the provider and is no fault of it',
    async (kind) => {
      const metered = opened()
      for (let time = 0; time < 12; time++) {
        failing(kind)
        expect((await failureOf(pass(metered))).kind).toBe(kind)
        moveOn(3_600_000)
      }
      expect(await openCircuits(database.db)).toEqual([])
    },
  )
})

describe('a refused key', () => {
  const REFUSED = () => new ProviderError('unauthorized', 'the key is wrong')

  it('E11: is sent once, by no process again, also after a restart, until it is another one', async () => {
    send.mockRejectedValueOnce(REFUSED())
    expect(await failureOf(pass(opened({ keyFingerprint: 'old' })))).toMatchObject({
      kind: 'unauthorized',
    })
    moveOn(40 * 86_400_000)
    for (const metered of [opened({ keyFingerprint: 'old' }), opened({ keyFingerprint: 'old' })]) {
      const failure = await failureOf(pass(metered))
      expect(failure).toMatchObject({ kind: 'parked', retryAfterMs: undefined })
      expect(failure.message).toContain('its key was refused')
    }
    expect(send).toHaveBeenCalledTimes(1)
    expect(await ledger()).toMatchObject({ refusedKey: 'old' })
    await pass(opened({ keyFingerprint: 'new' }))
    expect(send).toHaveBeenCalledTimes(2)
  })
})

describe('D15: an endpoint whose answers no longer have the form we know', () => {
  const places = someCities(6)
  const mismatch = () => new ProviderError('schema-mismatch', '/current/temperature_2m is missing')
  const unreadable = (request: ProviderRequest): Answers =>
    new Map(request.places.map(({ id }) => [id, { kind: 'failed', error: mismatch() }]))
  const takeAnswer = () => ({
    status: 200,
    headers: {},
    text: '{"current":{"temp2m":3,"key":"***"}}',
  })
  const ask = (metered: MeteredProvider, from = 0, to = 6) =>
    metered.send(
      { ...REQUEST, places: places.slice(from, to) },
      { signal: new AbortController().signal, maxQuotaWaitMs: 0, now: () => clock.now },
    )

  it('is quarantined in every process, with the beginning of an answer for the operator', async () => {
    send.mockImplementation((request) => Promise.resolve(unreadable(request)))
    const metered = opened({ takeAnswer })
    await ask(metered)
    await ask(metered)
    for (const one of [metered, opened()]) {
      const failure = await failureOf(ask(one))
      expect(failure).toMatchObject({ kind: 'quarantined', retryAfterMs: 60_000 })
      expect(failure.message).toContain('temperature_2m is missing')
    }
    expect(send).toHaveBeenCalledTimes(2)
    expect(await openCircuits(database.db)).toMatchObject([
      { endpoint: 'conditions', cause: 'contract', sample: expect.stringContaining('"temp2m":3') },
    ])
  })

  it('is logged once, by the first of the processes that find it', async () => {
    send.mockImplementation((request) => Promise.resolve(unreadable(request)))
    const log = keptLog()
    const atOnce = { takeAnswer, pace: { maxInFlight: 2, spacingMs: 0 } }
    const processes = [opened(atOnce, log), opened(atOnce, log)]
    for (const metered of processes) await ask(metered)
    let answerBoth = (): void => undefined
    const bothAsk = new Promise<void>((resolve) => (answerBoth = resolve))
    send.mockImplementation((request) => bothAsk.then(() => unreadable(request)))
    const asked = processes.map((metered) => ask(metered))
    await expect.poll(() => send.mock.calls.length).toBe(4)
    answerBoth()
    await Promise.all(asked)
    expect(log.lines.map(({ message }) => message)).toEqual(['an endpoint is quarantined'])
  })

  it('is tried again after longer and longer, and released by an answer that can be read', async () => {
    send.mockImplementation((request) => Promise.resolve(unreadable(request)))
    const metered = opened({ takeAnswer })
    await ask(metered)
    await ask(metered)
    moveOn(60_000)
    await ask(metered)
    expect(await failureOf(ask(metered))).toMatchObject({
      kind: 'quarantined',
      retryAfterMs: 300_000,
    })
    moveOn(300_000)
    send.mockImplementation((request) => Promise.resolve(readingsFor(request.places)))
    await ask(metered)
    expect(await openCircuits(database.db)).toEqual([])
    await ask(opened())
  })

  it('is not what one city says, however often, nor one answer about many, nor some among others', async () => {
    const metered = opened()
    for (let time = 0; time < 8; time++) {
      send.mockRejectedValueOnce(mismatch())
      await failureOf(ask(metered, 0, 1))
    }
    for (let time = 0; time < 8; time++) {
      send.mockImplementationOnce((request) =>
        Promise.resolve(
          new Map([
            ...readingsFor(request.places),
            ...unreadable({ ...request, places: places.slice(0, 5) }),
          ]),
        ),
      )
      await ask(metered)
    }
    send.mockImplementationOnce((request) => Promise.resolve(unreadable(request)))
    await ask(metered)
    await ask(metered)
    expect(await openCircuits(database.db)).toEqual([])
  })

  it('leaves the other endpoints of the provider as they are', async () => {
    send.mockImplementation((request) => Promise.resolve(unreadable(request)))
    const metered = opened()
    await ask(metered)
    await ask(metered)
    send.mockImplementation((request) => Promise.resolve(readingsFor(request.places)))
    const options = { signal: new AbortController().signal, maxQuotaWaitMs: 0, now: () => START }
    await metered.send({ ...REQUEST, products: ['air-quality'] }, options)
    expect((await failureOf(ask(metered))).kind).toBe('quarantined')
  })

  it('is one product’s in a request for several, until an answer to these can be read again', async () => {
    const both = { ...REQUEST, places, products: ['conditions', 'forecast'] as const }
    const options = () => ({
      signal: new AbortController().signal,
      maxQuotaWaitMs: 0,
      now: () => clock.now,
    })
    const missing = [{ products: ['forecast'] as const, error: mismatch() }]
    send.mockImplementation(({ places: asked }) =>
      Promise.resolve(
        new Map(
          asked.map(({ id }) => [id, { ...readingOf(['conditions']), missing } as PlaceAnswer]),
        ),
      ),
    )
    const metered = opened({ takeAnswer })
    await metered.send(both, options())
    await metered.send(both, options())
    for (const one of [metered, opened()]) {
      const refusal = { kind: 'quarantined', part: 'forecast' }
      expect(await failureOf(one.send(both, options()))).toMatchObject(refusal)
    }
    await ask(metered)
    moveOn(60_000)
    send.mockImplementation(({ places: asked, products }) =>
      Promise.resolve(new Map(asked.map(({ id }) => [id, readingOf(products)]))),
    )
    await opened().send(both, options())
    expect(await openCircuits(database.db)).toEqual([])
  })
})
