import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { whileAnyWants } from './shared-signal.ts'

const controllers = (count: number): AbortController[] =>
  Array.from({ length: count }, () => new AbortController())

const signalsOf = (all: readonly AbortController[]): AbortSignal[] =>
  all.map(({ signal }) => signal)

const listenersOn = (all: readonly AbortController[]): number[] =>
  all.map(({ signal }) => getEventListeners(signal, 'abort').length)

/** Whether the shared signal has aborted after each of the steps. */
const followed = (all: readonly AbortController[], steps: readonly (() => void)[]) =>
  whileAnyWants(signalsOf(all), (signal) =>
    Promise.resolve(
      steps.map((step) => {
        step()
        return signal.aborted
      }),
    ),
  )

const abortsOf = (all: readonly AbortController[]) => all.map((one) => () => one.abort())

describe('work that several want', () => {
  it('is aborted with the last of them, for its reason', async () => {
    const all = controllers(3)
    expect(await followed(all, abortsOf(all))).toEqual([false, false, true])
    const two = controllers(2)
    const reason = await whileAnyWants(signalsOf(two), (signal) => {
      for (const [index, one] of two.entries()) one.abort(`reason ${index}`)
      return Promise.resolve(signal.reason as unknown)
    })
    expect(reason).toBe('reason 1')
  })

  it.each([1, 2])('is aborted with the last where %d were aborted before', async (before) => {
    const all = controllers(4)
    for (const one of all.slice(0, before)) one.abort()
    const rest = all.slice(before)
    const expected = rest.map((_, index) => index === rest.length - 1)
    expect(await followed(all, abortsOf(rest))).toEqual(expected)
  })

  it('is aborted with the only one that was not aborted before', async () => {
    const all = controllers(3)
    for (const one of all.slice(1)) one.abort()
    const steps = [() => undefined, ...abortsOf(all.slice(0, 1))]
    expect(await followed(all, steps)).toEqual([false, true])
  })

  it.each([1, 2, 3])('is aborted from the start where all %d were before', async (count) => {
    const all = controllers(count)
    for (const one of all) one.abort('gone')
    const seen = await whileAnyWants(signalsOf(all), ({ aborted, reason }) =>
      Promise.resolve({ aborted, reason: reason as unknown }),
    )
    expect(seen).toEqual({ aborted: true, reason: 'gone' })
  })

  it('counts one who wants it twice once', async () => {
    const [one, other] = [new AbortController(), new AbortController()]
    const aborts = abortsOf([one, other])
    expect(await followed([one, one, other], aborts)).toEqual([false, true])
  })

  it.each([
    ['ends well', () => Promise.resolve()],
    ['fails', () => Promise.reject(new Error('no'))],
  ])('leaves no listener when it %s', async (_, end) => {
    const all = controllers(3)
    let during: number[] = []
    const ended = whileAnyWants(signalsOf(all), () => {
      during = listenersOn(all)
      return end()
    })
    await ended.catch(() => undefined)
    expect(during).toEqual([1, 1, 1])
    expect(listenersOn(all)).toEqual([0, 0, 0])
  })
})
