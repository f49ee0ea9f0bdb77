import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { cityItems, type CityItem, type PlannedProduct } from '../../domain/plan/city-items.ts'
import { USUAL_DEMAND } from '../../domain/plan/demand-curve.ts'
import { dueRuleOf } from '../../domain/plan/due-rule-of.ts'
import { plannedPeriodMinutes } from '../../domain/plan/next-due.ts'
import type { PlanSource } from '../../domain/plan/plan-input.ts'
import { planTick, type TickPlan } from '../../domain/plan/plan-tick.ts'
import { tierMarks, type Promised } from '../../domain/plan/promised-tier.ts'
import { seededRandom } from '../../domain/plan/simulation/random.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { PRODUCTS, type Product } from '../../domain/weather/product.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { cities as cityRows, cityReads, refreshStates } from '../schema/index.ts'
import { plannedPeriods } from './judged-age.ts'
import { plannedCities } from './planned-cities.ts'
import { plannedDue } from './planned-due.ts'

const CITIES = 400
const AT = new Date('2026-11-22T10:30:00Z')
const NOW = AT.getTime() / 60_000
const HALF_LIFE_HOURS = 72
const DAY = 24 * 60

const database = withTestDatabase({ kind: 'embedded', cities: someCities(CITIES) })

const PLANNED: Readonly<Record<Product, Omit<PlannedProduct, 'offeredBy'>>> = {
  conditions: { product: 'conditions', leastMinutes: 15, cost: 1 },
  forecast: { product: 'forecast', leastMinutes: 180, cost: 1 },
  'air-quality': { product: 'air-quality', leastMinutes: 60, cost: 1 },
}

const source = (id: ProviderId, limit: number, part: Partial<PlanSource> = {}): PlanSource => ({
  id,
  updateMinutes: 15,
  unitsPerCall: 1,
  callsPerTick: 9_000,
  isUsable: true,
  windows: [
    {
      window: 'day',
      kind: 'fixed',
      start: Math.floor(NOW / DAY) * DAY,
      end: (Math.floor(NOW / DAY) + 1) * DAY,
      limit,
      used: 0.3 * limit,
      usedToday: 0.3 * limit,
      peopleShare: 0.05,
    },
  ],
  ...part,
})

const MET: PlanSource = source('met-norway', 0, { updateMinutes: 60, windows: [] })

/** Ages, requests and last questions of every kind, never included. */
beforeEach(async () => {
  const random = seededRandom(7)
  await database.db.delete(cityReads)
  await database.db.update(cityRows).set({ promisedMinutes: null })
  const at = (minutes: number) => new Date(AT.getTime() - minutes * 60_000)
  const past = (most: number) => (random() < 0.1 ? null : at(Math.floor(random() * most)))
  for (let cityId = 1; cityId <= CITIES; cityId++) {
    const metAt = random() < 0.2 ? {} : { 'met-norway': NOW - Math.floor(random() * 90) }
    await database.db
      .update(refreshStates)
      .set({
        conditionsConfirmedAt: past(400),
        forecastConfirmedAt: past(3_000),
        airQualityConfirmedAt: past(1_500),
        conditionsAskedAt: metAt,
      })
      .where(sql`${refreshStates.cityId} = ${cityId}`)
    if (random() < 0.6) {
      const score = Math.floor(1_000 / cityId) + random()
      await database.db.insert(cityReads).values({ cityId, score, scoredAt: at(random() * 5_000) })
    }
  }
})

/** Of every twentieth city, by hand. */
const promiseSome = () =>
  database.db
    .update(cityRows)
    .set({ promisedMinutes: sql`case ${cityRows.id} % 40 when 0 then 30 else 120 end` })
    .where(sql`${cityRows.id} % 20 = 0`)

async function plan(sources: readonly PlanSource[], promises: readonly Promised[]) {
  const cities = await plannedCities(database.db, { at: AT, halfLifeHours: HALF_LIFE_HOURS })
  const requests = cities.reduce((sum, city) => sum + city.requests, 0)
  const marks = tierMarks(promises, cities)
  const items = cityItems(cities, {
    products: PRODUCTS.map((product) => ({
      ...PLANNED[product],
      offeredBy: sources.map(({ id }) => id !== 'met-norway' || product !== 'air-quality'),
    })),
    sources: sources.map(({ id }) => id as ProviderId),
    marks,
    total: requests,
  })
  const input = { now: NOW, tickMinutes: 15, items, sources, curve: USUAL_DEMAND, seed: 3 }
  const tick = planTick(input)
  const counts = { cities: cities.length, requests, halfLifeHours: HALF_LIFE_HOURS }
  return { tick, rule: dueRuleOf(tick, marks, counts), cities }
}

const chosenBy = (tick: TickPlan, product: Product): number[] =>
  tick.layers
    .flatMap(({ selection }) => selection.chosen.map(({ item }) => item as CityItem))
    .filter((item) => item.product === product)
    .map(({ cityId }) => cityId)
    .sort((one, other) => one - other)

describe('the database and the planner choose the same cities, and judge them alike', () => {
  const DAILY: Promised = { kind: 'all', minutes: DAY }
  test.each<[string, readonly PlanSource[], readonly Promised[]]>([
    ['one scarce source', [source('open-meteo', 2_000)], [DAILY]],
    ['one that is very scarce', [source('open-meteo', 200)], [DAILY]],
    ['two sources', [source('open-meteo', 1_000), source('weatherapi', 3_000)], [DAILY]],
    ['a floor under a scarce source', [source('open-meteo', 2_000), MET], [DAILY]],
    ['nothing promised', [source('open-meteo', 2_000)], []],
    [
      'promises of every kind',
      [source('open-meteo', 4_000)],
      [
        { kind: 'top', count: 10, minutes: 15 },
        { kind: 'population', atLeast: 1_000_000, minutes: 180 },
        DAILY,
      ],
    ],
    [
      'promises above a floor',
      [source('open-meteo', 3_000), MET],
      [{ kind: 'top', count: 10, minutes: 30 }, DAILY],
    ],
  ])('with %s', async (title, sources, promises) => {
    if (title.includes('every kind')) await promiseSome()
    const { tick, rule, cities } = await plan(sources, promises)
    const travelled = JSON.parse(JSON.stringify(rule)) as typeof rule
    let chosen = 0
    for (const product of PRODUCTS) {
      const rows = await database.db
        .select({ id: refreshStates.cityId })
        .from(refreshStates)
        .where(plannedDue(travelled, product))
        .orderBy(refreshStates.cityId)
      const expected = chosenBy(tick, product)
      chosen += expected.length
      expect(rows.map(({ id }) => id)).toEqual(expected)
    }
    expect(chosen).toBeGreaterThan(0)
    expect(JSON.stringify(rule).length).toBeLessThan(4_000)
    const ids = cities.map(({ cityId }) => cityId)
    for (const { cityId, ...seconds } of await plannedPeriods(database.db, travelled, ids)) {
      const city = cities.find((one) => one.cityId === cityId)
      if (!city) throw new Error(`city ${cityId} is not planned`)
      for (const product of PRODUCTS) {
        const ruled = { ...city, confirmedAt: city.confirmedAt[product] }
        const minutes = plannedPeriodMinutes(travelled, product, ruled) ?? 0
        const least = product === 'conditions' ? 15 : 0
        expect(seconds[product]).toBeCloseTo(60 * Math.max(least, minutes), 6)
      }
    }
  })
})
