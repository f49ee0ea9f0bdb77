import { describe, expect, it } from 'vitest'
import { PRODUCTS, type Product } from '../domain/weather/product.ts'
import type { PlaceAnswer } from '../domain/provider/provider.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import {
  CITIES,
  failed,
  NOW,
  reading,
  servedBy,
  tried,
} from '../test/support/providers/chain-requests.ts'
import { fakeLane } from '../test/support/providers/fake-lane.ts'
import { readingOf } from '../test/support/providers/fake-provider.ts'
import { createChain } from './fallback-chain.ts'

const database = withTestDatabase({ kind: 'embedded', cities: CITIES })

const serve = servedBy(() => database.db)

describe('the order of providers', () => {
  it('ends with the first that serves', async () => {
    const first = fakeLane('open-meteo', [reading('conditions')])
    const second = fakeLane('met-norway', [reading('conditions')])
    const served = await serve([first, second])
    expect(served).toMatchObject({ cityId: 1, outcome: 'ok', provider: 'open-meteo' })
    expect(tried(served)).toEqual(['open-meteo ok'])
    expect(second.asked).toEqual([])
  })

  it('goes on to the next for as long as one fails, and keeps why', async () => {
    const served = await serve([
      fakeLane('open-meteo', [failed('rate-limited', 5_000)]),
      fakeLane('met-norway', [failed('timeout')]),
      fakeLane('weatherapi', [reading('conditions')]),
    ])
    expect(served).toMatchObject({ outcome: 'ok', provider: 'weatherapi' })
    expect(tried(served)).toEqual([
      'open-meteo rate-limited',
      'met-norway timeout',
      'weatherapi ok',
    ])
    expect(served.attempts[0]).toMatchObject({
      message: 'said rate-limited',
      retryAfterMs: 5_000,
      products: ['conditions'],
    })
  })

  it('is led by the provider that the plan spends on a place, after those that are not planned', async () => {
    const lanes = () => [
      fakeLane('aviation-weather', [failed('place-missing')], { isSparse: true }),
      fakeLane('open-meteo', [reading('conditions')]),
      fakeLane('weatherapi', [failed('timeout')]),
    ]
    const chain = createChain({ lanes: lanes(), db: database.db, now: () => NOW })
    const options = {
      priority: 'schedule',
      force: false,
      signal: new AbortController().signal,
    } as const
    const place = CITIES[0]!
    const [served] = await chain.serve(
      [{ place, products: ['conditions'], first: 'weatherapi' }],
      options,
    )
    expect(tried(served!)).toEqual([
      'aviation-weather place-missing',
      'weatherapi timeout',
      'open-meteo ok',
    ])
  })

  it('asks others within their ceiling for what was planned of one, which has none', async () => {
    const planned = fakeLane('weatherapi', [failed('timeout'), reading('conditions')])
    const other = fakeLane('open-meteo', [reading('conditions')])
    const lanes = [fakeLane('nws', [], { covers: () => false }), other, planned]
    const chain = createChain({ lanes, db: database.db, now: () => NOW })
    const ceilings = { 'open-meteo': { day: 70 }, weatherapi: { day: 9 } }
    const { signal } = new AbortController()
    const options = { priority: 'schedule', force: false, signal, ceilings } as const
    const request = { place: CITIES[0]!, products: ['conditions'], first: 'weatherapi' } as const
    await chain.serve([request], options)
    expect(planned.ceilings).toEqual([undefined])
    expect(other.ceilings).toEqual([{ day: 70 }])
  })

  it('asks within their ceiling without a plan too, but for what no earlier one has', async () => {
    const first = fakeLane('met-norway', [failed('timeout'), reading('conditions')])
    const other = fakeLane('open-meteo', [reading('conditions'), reading('air-quality')], {
      products: PRODUCTS,
    })
    const lanes = [fakeLane('nws', [failed('timeout'), failed('timeout')]), first, other]
    const chain = createChain({ lanes, db: database.db, now: () => NOW })
    const ceilings = { 'open-meteo': { day: 70 }, 'met-norway': { day: 9 } }
    const { signal } = new AbortController()
    const options = { priority: 'schedule', force: false, signal, ceilings } as const
    const place = CITIES[0]!
    await chain.serve([{ place, products: ['conditions'] }], options)
    await chain.serve([{ place, products: ['conditions', 'air-quality'] }], options)
    expect(first.ceilings).toEqual([undefined, undefined])
    expect(other.ceilings).toEqual([{ day: 70 }, undefined])
  })

  it('is a failure without a value when no provider serves', async () => {
    const served = await serve([
      fakeLane('open-meteo', [failed('unavailable')]),
      fakeLane('met-norway', [failed('parked', 9)]),
    ])
    expect(served).toMatchObject({ outcome: 'failed', provider: null, reading: {} })
    expect(tried(served)).toEqual(['open-meteo unavailable', 'met-norway parked'])
  })

  it('passes by who does not cover the place, without an attempt', async () => {
    const foreign = fakeLane('nws', [reading('conditions')], { covers: () => false })
    const served = await serve([foreign, fakeLane('met-norway', [reading('conditions')])])
    expect(tried(served)).toEqual(['met-norway ok'])
    expect(foreign.asked).toEqual([])
  })

  it('lets only the last that can serve wait for quota', async () => {
    const lanes = [
      fakeLane('open-meteo', [failed('quota-exhausted')]),
      fakeLane('met-norway', [reading('conditions')]),
      fakeLane('nws', [], { covers: () => false }),
      fakeLane('weatherapi', [], { products: ['air-quality'] }),
    ]
    await serve(lanes)
    expect(lanes.map(({ maxQuotaWaitMs }) => maxQuotaWaitMs)).toEqual([[0], [65_000], [], []])
  })

  it('is separate for each city: only the one that fails falls back', async () => {
    const one = fakeLane('open-meteo', [
      reading('conditions'),
      failed('stale'),
      reading('conditions'),
    ])
    const two = fakeLane('met-norway', [reading('conditions')])
    const chain = createChain({ lanes: [one, two], db: database.db, now: () => NOW })
    const requests = CITIES.map((place) => ({ place, products: ['conditions'] as const }))
    const { signal } = new AbortController()
    const served = await chain.serve(requests, { priority: 'schedule', force: false, signal })
    expect(served.map(({ provider }) => provider)).toEqual([
      'open-meteo',
      'met-norway',
      'open-meteo',
    ])
    expect(two.asked.map(({ place }) => place.id)).toEqual([2])
  })

  it('ends for the others before a fault of ours that one of them met is thrown', async () => {
    const first = fakeLane('open-meteo', [
      new Error('no room on the disk'),
      failed('timeout'),
      reading('conditions'),
    ])
    const second = fakeLane('met-norway', [reading('conditions')])
    const chain = createChain({ lanes: [first, second], db: database.db, now: () => NOW })
    const requests = CITIES.map((place) => ({ place, products: ['conditions'] as const }))
    const { signal } = new AbortController()
    const delivered: number[] = []
    const serving = chain.serve(
      requests,
      { priority: 'schedule', force: false, signal },
      ({ cityId }) => delivered.push(cityId),
    )
    await expect(serving).rejects.toThrow('no room on the disk')
    expect(delivered.sort()).toEqual([2, 3])
    expect(second.asked.map(({ place }) => place.id)).toEqual([2])
  })

  it('delivers nothing after it has ended', async () => {
    const quitter = new AbortController()
    const delivered: number[] = []
    const held = fakeLane('open-meteo', [])
    const lane = {
      ...held,
      send: () => {
        quitter.abort(new Error('enough'))
        return Promise.resolve(failed('timeout'))
      },
    }
    const next = fakeLane('met-norway', [reading('conditions')])
    const chain = createChain({ lanes: [lane, next], db: database.db, now: () => NOW })
    const requests = [{ place: CITIES[0]!, products: ['conditions'] as const }]
    const options = { priority: 'schedule', force: false, signal: quitter.signal } as const
    const serving = chain.serve(requests, options, ({ cityId }) => delivered.push(cityId))
    await expect(serving).rejects.toThrow('enough')
    expect(next.asked).toEqual([])
    expect(delivered).toEqual([])
  })

  it('ends with an abort, not with an outcome', async () => {
    const lane = fakeLane('open-meteo', [new Error('cancelled')])
    await expect(serve([lane])).rejects.toThrow('cancelled')
  })
})

describe('several products', () => {
  const BOTH: readonly Product[] = ['conditions', 'forecast']

  it('are asked of each provider that has them, each once', async () => {
    const first = fakeLane('open-meteo', [reading('conditions')], { products: ['conditions'] })
    const second = fakeLane('met-norway', [reading('forecast')], { products: BOTH })
    const served = await serve([first, second], BOTH)
    expect(first.asked[0]?.products).toEqual(['conditions'])
    expect(second.asked[0]?.products).toEqual(['forecast'])
    expect(served).toMatchObject({ outcome: 'ok', provider: 'open-meteo' })
    expect(Object.keys(served.reading).sort()).toEqual(['conditions', 'forecast'])
  })

  it('fall back for what is missing alone', async () => {
    const first = fakeLane('open-meteo', [reading('conditions')], { products: BOTH })
    const second = fakeLane('met-norway', [reading('forecast')], { products: BOTH })
    const served = await serve([first, second], BOTH)
    expect(second.asked[0]?.products).toEqual(['forecast'])
    expect(served.outcome).toBe('ok')
  })

  it('are served in part when no provider has the rest', async () => {
    const first = fakeLane('open-meteo', [reading('conditions')], { products: ['conditions'] })
    const second = fakeLane('met-norway', [failed('timeout')], { products: BOTH })
    const served = await serve([first, second], BOTH)
    expect(served).toMatchObject({ outcome: 'partial', provider: 'open-meteo' })
    expect(tried(served)).toEqual(['open-meteo ok', 'met-norway timeout'])
  })

  it('are neither asked for nor missed where no provider offers them', async () => {
    const first = fakeLane('met-norway', [reading('conditions')], { products: BOTH })
    const foreign = fakeLane('nws', [], { products: PRODUCTS, covers: () => false })
    const served = await serve([first, foreign], ['conditions', 'air-quality'])
    expect(served).toMatchObject({ outcome: 'ok', unchanged: [] })
    expect(first.asked.map(({ products }) => products)).toEqual([['conditions']])
  })

  it('say why one is missing from an answer', async () => {
    const { error } = failed('timeout') as PlaceAnswer & { kind: 'failed' }
    const missing = [{ products: ['forecast'] as const, error }]
    const answer = { ...readingOf(['conditions']), missing } as PlaceAnswer
    const served = await serve([fakeLane('open-meteo', [answer], { products: BOTH })], BOTH)
    expect(served.outcome).toBe('partial')
    expect(tried(served)).toEqual(['open-meteo ok', 'open-meteo timeout'])
  })

  it('are not waited for where every provider that has them does not cover the place', async () => {
    const AIR: readonly Product[] = ['conditions', 'air-quality']
    const notCovered = failed('not-covered')
    const first = fakeLane('met-norway', [reading('conditions')])
    const second = fakeLane('open-meteo', [notCovered], { products: AIR })
    expect(await serve([first, second], AIR)).toMatchObject({
      outcome: 'ok',
      unchanged: ['air-quality'],
    })
    const down = fakeLane('openweathermap', [failed('timeout')], { products: AIR })
    const again = fakeLane('open-meteo', [notCovered], { products: AIR })
    expect(
      await serve([fakeLane('met-norway', [reading('conditions')]), again, down], AIR),
    ).toMatchObject({ outcome: 'partial' })
  })

  it('leave a city without conditions failed, whichever provider does not cover it', async () => {
    const lane = fakeLane('met-norway', [failed('not-covered')], { products: BOTH })
    expect(await serve([lane], BOTH)).toMatchObject({ outcome: 'failed', unchanged: ['forecast'] })
  })

  it.each([
    [['conditions', 'forecast'], reading('forecast'), ['forecast'], []],
    [['conditions', 'forecast'], { kind: 'unchanged', memory: {} }, [], ['forecast']],
    [['forecast', 'conditions'], reading('forecast'), ['forecast'], []],
    [['conditions', 'air-quality', 'forecast'], reading('forecast'), ['forecast'], []],
  ] as const)(
    '%j without the conditions are a failure that keeps what was served',
    async (wanted, answer, kept, unchanged) => {
      const down = fakeLane('open-meteo', [failed('unavailable')])
      const rest = fakeLane('weatherapi', [answer, failed('timeout')], {
        products: wanted.filter((product) => product !== 'conditions'),
      })
      const served = await serve([down, rest], wanted)
      expect(served).toMatchObject({ outcome: 'failed', provider: null, unchanged })
      expect(Object.keys(served.reading)).toEqual(kept)
    },
  )

  it('are served by who had the first of them where no conditions were due', async () => {
    const lane = fakeLane('open-meteo', [reading('forecast')], { products: BOTH })
    expect(await serve([lane], ['forecast'])).toMatchObject({
      outcome: 'ok',
      provider: 'open-meteo',
    })
  })

  it('never replace a value by that of a later provider', async () => {
    const first = fakeLane('open-meteo', [reading('conditions')], { products: BOTH })
    const other = readingOf(['conditions', 'forecast']) as PlaceAnswer & { kind: 'reading' }
    const conditions = { ...other.reading.conditions!, provider: 'met-norway' as const }
    const greedy = { ...other, reading: { ...other.reading, conditions } }
    const served = await serve([first, fakeLane('met-norway', [greedy], { products: BOTH })], BOTH)
    expect(served.reading.conditions?.provider).toBe('open-meteo')
  })
})
