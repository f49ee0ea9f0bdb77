import { describe, expect, it } from 'vitest'
import { rememberPlaces } from '../db/queries/provider-places.ts'
import type { PlaceAnswer, PlaceMemory } from '../domain/provider/provider.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { CITIES, reading, servedBy, tried } from '../test/support/providers/chain-requests.ts'
import { fakeLane, type FakeLane } from '../test/support/providers/fake-lane.ts'

const database = withTestDatabase({ kind: 'embedded', cities: CITIES })

const serve = servedBy(() => database.db)

describe('a provider that teaches where to ask', () => {
  const learned = (step: number): PlaceAnswer => ({
    kind: 'learned',
    memory: { address: { [`step${step}`]: step } },
  })

  it('is asked again with what it taught, and that is kept', async () => {
    const memory: PlaceMemory = { address: { grid: 'A' } }
    const lane = fakeLane('nws', [{ kind: 'learned', memory }, reading('conditions')])
    const served = await serve([lane])
    expect(lane.asked.map((ask) => ask.memory)).toEqual([undefined, memory])
    expect(tried(served)).toEqual(['nws ok'])
    expect(served.memories.nws).toMatchObject(memory)
  })

  it('is given up after nine steps', async () => {
    const lane = fakeLane(
      'nws',
      Array.from({ length: 20 }, (_, step) => learned(step)),
    )
    const next = fakeLane('met-norway', [reading('conditions')])
    const served = await serve([lane, next])
    expect(lane.asked).toHaveLength(9)
    expect(served.provider).toBe('met-norway')
  })
})

describe('what a provider is remembered for', () => {
  const remembering = (...answers: PlaceAnswer[]): FakeLane => fakeLane('met-norway', answers)

  const remember = (memory: PlaceMemory): Promise<void> =>
    rememberPlaces(database.db, 'met-norway', new Map([[CITIES[0]!.id, memory]]))

  const fresh: PlaceMemory = {
    expiresAt: '2026-11-22T12:10:00.000Z',
    lastModified: 'Sun, 22 Nov 2026 11:30:00 GMT',
    validAt: '2026-11-22T11:30:00.000Z',
    products: ['conditions'],
  }

  it('confirms what is stored with a 304', async () => {
    await remember({ ...fresh, expiresAt: '2026-11-22T11:59:00.000Z' })
    const lane = remembering({ kind: 'unchanged', memory: { expiresAt: '2026-11-22T12:30:00Z' } })
    const served = await serve([lane])
    expect(lane.asked[0]?.memory?.lastModified).toBe(fresh.lastModified)
    expect(served).toMatchObject({
      outcome: 'ok',
      provider: 'met-norway',
      unchanged: ['conditions'],
      reading: {},
      memories: { 'met-norway': { expiresAt: '2026-11-22T12:30:00Z' } },
    })
    expect(tried(served)).toEqual(['met-norway unchanged'])
  })

  it('spares the call until it expires, unless the request is forced', async () => {
    await remember(fresh)
    const spared = remembering(reading('conditions'))
    expect(await serve([spared])).toMatchObject({ outcome: 'ok', unchanged: [] })
    expect(spared.asked).toEqual([])
    const insisted = remembering(reading('conditions'))
    await serve([insisted], ['conditions'], { force: true })
    expect(insisted.asked).toHaveLength(1)
  })

  it('spares the call where it does not cover the place, and the next is asked', async () => {
    await remember({ notCoveredUntil: '2026-11-23T00:00:00.000Z' })
    const spared = remembering(reading('conditions'))
    const served = await serve([spared, fakeLane('open-meteo', [reading('conditions')])])
    expect(spared.asked).toEqual([])
    expect(tried(served)).toEqual(['met-norway not-covered', 'open-meteo ok'])
  })
})
