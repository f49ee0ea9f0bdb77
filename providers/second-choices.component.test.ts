import { describe, expect, it } from 'vitest'
import { latestConditions } from '../db/schema/index.ts'
import { PRODUCTS } from '../domain/weather/product.ts'
import type { PlaceAnswer } from '../domain/provider/provider.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import {
  CITIES,
  failed,
  reading,
  servedBy,
  tried,
} from '../test/support/providers/chain-requests.ts'
import { fakeLane } from '../test/support/providers/fake-lane.ts'
import { CONDITIONS } from '../test/support/providers/fake-provider.ts'

const database = withTestDatabase({ kind: 'embedded', cities: CITIES })

const serve = servedBy(() => database.db)

const secondChoice: PlaceAnswer = {
  kind: 'reading',
  reading: { conditions: CONDITIONS },
  isSecondChoice: true,
  memory: { address: { stations: ['KAAA'] } },
}
const observing = (answer: PlaceAnswer) =>
  fakeLane('aviation-weather', [answer], { products: ['conditions'] })

describe('a reading that is a second choice', () => {
  it('is not taken where a later provider answers, and what was learned with it is kept', async () => {
    const served = await serve([
      observing(secondChoice),
      fakeLane('open-meteo', [reading('conditions')]),
    ])
    expect(served).toMatchObject({ outcome: 'ok', provider: 'open-meteo' })
    expect(tried(served)).toEqual(['open-meteo ok'])
    expect(served.memories['aviation-weather']).toEqual({ address: { stations: ['KAAA'] } })
  })

  it('is taken after all later providers have failed', async () => {
    const served = await serve([
      observing(secondChoice),
      fakeLane('open-meteo', [failed('timeout')]),
      fakeLane('met-norway', [failed('unavailable')]),
    ])
    expect(served).toMatchObject({ outcome: 'ok', provider: 'aviation-weather' })
    expect(served.reading.conditions).toBeDefined()
    expect(served.memories['aviation-weather']?.products).toEqual(['conditions'])
    expect(tried(served)).toEqual([
      'open-meteo timeout',
      'met-norway unavailable',
      'aviation-weather ok',
    ])
  })

  it('is taken where there is no later provider', async () => {
    expect(await serve([observing(secondChoice)])).toMatchObject({
      outcome: 'ok',
      provider: 'aviation-weather',
    })
  })

  it('leaves the other products to the providers that have them', async () => {
    const model = fakeLane('open-meteo', [reading('forecast')], { products: PRODUCTS })
    const served = await serve([observing(secondChoice), model], ['conditions', 'forecast'])
    expect(model.asked[0]?.products).toEqual(['conditions', 'forecast'])
    expect(served).toMatchObject({ outcome: 'ok', provider: 'aviation-weather' })
    expect(Object.keys(served.reading).sort()).toEqual(['conditions', 'forecast'])
  })
})

describe('the wait for the quota of the next minute', () => {
  it('is not for a place that has a second choice', async () => {
    const last = fakeLane('open-meteo', [failed('quota-exhausted')])
    const served = await serve([observing(secondChoice), last])
    expect(last.maxQuotaWaitMs).toEqual([0])
    expect(served).toMatchObject({ outcome: 'ok', provider: 'aviation-weather' })
  })

  it('is for a product of which there is no second choice', async () => {
    const last = fakeLane('open-meteo', [reading('conditions', 'forecast')], { products: PRODUCTS })
    await serve([observing(secondChoice), last], ['conditions', 'forecast'])
    expect(last.maxQuotaWaitMs).toEqual([65_000])
  })

  it('is not left to a later provider that has few places', async () => {
    const model = fakeLane('open-meteo', [failed('timeout')])
    const sparse = fakeLane('aviation-weather', [reading('conditions')], { isSparse: true })
    const served = await serve([model, sparse])
    expect(model.maxQuotaWaitMs).toEqual([65_000])
    expect(served).toMatchObject({ outcome: 'ok', provider: 'aviation-weather' })
  })
})

it('a reading that is the first choice leaves only the forecast to the models', async () => {
  const model = fakeLane('open-meteo', [reading('forecast')], { products: PRODUCTS })
  const served = await serve([observing(reading('conditions')), model], ['conditions', 'forecast'])
  expect(model.asked[0]?.products).toEqual(['forecast'])
  expect(tried(served)).toEqual(['aviation-weather ok', 'open-meteo ok'])
})

it('a measurement older than what is served is a second choice', async () => {
  const [city] = CITIES
  const validAt = new Date(CONDITIONS.validAt.getTime() + 1)
  await database.db
    .insert(latestConditions)
    .values({ cityId: city!.id, provider: 'open-meteo', validAt })
  const station = () => fakeLane('aviation-weather', [reading('conditions')], { isSparse: true })
  const served = await serve([station(), fakeLane('open-meteo', [reading('conditions')])])
  expect(tried(served)).toEqual(['open-meteo ok'])
  const alone = await serve([station(), fakeLane('open-meteo', [failed('timeout')])])
  expect(tried(alone)).toEqual(['open-meteo timeout', 'aviation-weather ok'])
  await database.db.update(latestConditions).set({ validAt: CONDITIONS.validAt })
  expect(tried(await serve([station()]))).toEqual(['aviation-weather ok'])
})
