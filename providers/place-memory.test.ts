import { describe, expect, it } from 'vitest'
import type { PlaceMemory } from '../domain/provider/provider.ts'
import { fakeProvider } from '../test/support/providers/fake-provider.ts'
import type { Lane } from './lane-port.ts'
import { answerFromMemory, validatorsThatHold } from './place-memory.ts'

const NOW = new Date('2026-11-22T12:00:00.000Z')
const minutes = (from: number): string => new Date(NOW.getTime() + from * 60_000).toISOString()

const LANE: Lane = { provider: fakeProvider(), send: () => Promise.reject(new Error('asked')) }

/** Asked half an hour ago, good for ten more minutes. */
const MEMORY: PlaceMemory = {
  expiresAt: minutes(10),
  lastModified: 'Sun, 22 Nov 2026 11:30:00 GMT',
  validAt: minutes(-30),
  products: ['conditions', 'forecast'],
}

const answer = (memory: PlaceMemory, force = false) =>
  answerFromMemory(LANE, memory, ['conditions'], force, NOW)

describe('what a provider said earlier', () => {
  it('answers until it expires', () => {
    expect(answer(MEMORY)).toEqual({ kind: 'remembered', memory: MEMORY })
    expect(answer({ ...MEMORY, expiresAt: minutes(0) })).toBeUndefined()
  })

  it('does not answer who insists', () => {
    expect(answer(MEMORY, true)).toBeUndefined()
  })

  it('does not answer for a product that is not stored', () => {
    expect(answer({ ...MEMORY, products: ['forecast'] })).toBeUndefined()
    const { products: _, ...unknown } = MEMORY
    expect(answer(unknown)).toBeUndefined()
  })

  it('does not answer with conditions older than 90 minutes, or of unknown age', () => {
    expect(answer({ ...MEMORY, validAt: minutes(-89) })).toBeDefined()
    expect(answer({ ...MEMORY, validAt: minutes(-90) })).toBeUndefined()
    const { validAt: _, ...ageless } = MEMORY
    expect(answer(ageless)).toBeUndefined()
  })

  it('answers for a forecast of any age', () => {
    const { validAt: _, ...ageless } = MEMORY
    expect(answerFromMemory(LANE, ageless, ['forecast'], false, NOW)?.kind).toBe('remembered')
  })

  it('is a failure where it said it does not cover the place, also to who insists', () => {
    for (const force of [false, true]) {
      const remembered = answer({ ...MEMORY, notCoveredUntil: minutes(1) }, force)
      expect(remembered).toMatchObject({ kind: 'failed', error: { kind: 'not-covered' } })
    }
    expect(answer({ notCoveredUntil: minutes(0) })).toBeUndefined()
  })
})

describe('validators', () => {
  const ADDRESS = { grid: 'ABC' }
  const hold = (memory: PlaceMemory) => validatorsThatHold(memory, ['conditions'], NOW)

  it('are sent while a 304 would leave the newest values stored', () => {
    expect(hold(MEMORY)).toEqual(MEMORY)
  })

  it('are not sent once the hour has turned, or for a product that is not stored', () => {
    expect(hold({ ...MEMORY, validAt: minutes(-60) })).toEqual({})
    expect(hold({ ...MEMORY, products: ['forecast'] })).toEqual({})
  })

  it('leave the address of the place behind when they go', () => {
    const old = { ...MEMORY, validAt: minutes(-60), address: ADDRESS }
    expect(hold(old)).toEqual({ address: ADDRESS })
  })
})
