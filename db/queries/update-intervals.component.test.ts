import { beforeEach, describe, expect, it } from 'vitest'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { conditions, refreshStates } from '../schema/index.ts'
import { updateMinutes } from './update-intervals.ts'

const CITIES = 6
const NOW = new Date('2026-11-22T12:00:00Z')
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

const database = withTestDatabase({ kind: 'embedded', cities: someCities(CITIES) })

beforeEach(async () => {
  await database.db.delete(conditions)
  await database.db.update(refreshStates).set({ conditionsConfirmedAt: NOW })
})

/** Values `every` minutes apart, each confirmed until that many minutes after it was valid. */
async function store(provider: ProviderId, every: number, confirmedFor: number, steps = 8) {
  for (let cityId = 1; cityId <= CITIES; cityId++) {
    for (let step = 0; step < steps; step++) {
      const validAt = ago(every * (step + 1))
      await database.db.insert(conditions).values({
        cityId,
        provider,
        validAt,
        basis: 'analysis',
        derived: [],
        runId: 'run',
        fetchedAt: validAt,
        confirmedAt: new Date(validAt.getTime() + confirmedFor * 60_000),
      })
    }
  }
}

describe('how often a provider has something new', () => {
  it('is as published, until its values say otherwise', async () => {
    expect(await updateMinutes(database.db, NOW)).toMatchObject({
      'open-meteo': 15,
      'met-norway': 60,
    })
    await store('open-meteo', 60, 50, 3)
    expect(await updateMinutes(database.db, NOW)).toMatchObject({ 'open-meteo': 15 })
  })

  it('is longer where a value was still confirmed late in the step to the next one', async () => {
    await store('open-meteo', 30, 20)
    expect(await updateMinutes(database.db, NOW)).toMatchObject({ 'open-meteo': 30 })
  })

  it('is not longer where it was only asked rarely', async () => {
    await store('open-meteo', 120, 5)
    expect(await updateMinutes(database.db, NOW)).toMatchObject({ 'open-meteo': 15 })
  })

  it('is shorter where values come sooner', async () => {
    await store('met-norway', 30, 5)
    expect(await updateMinutes(database.db, NOW)).toMatchObject({ 'met-norway': 30 })
  })
})
