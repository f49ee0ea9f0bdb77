import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { REFRESH_TIMINGS } from '../../contracts/refresh-shape.ts'
import { airQuality, forecastDays, refreshStates } from '../../db/schema/index.ts'
import { PRODUCTS } from '../../domain/weather/product.ts'
import { localDate } from '../../domain/time/local-time.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { leaveNothing } from '../support/temporal/end-runs.ts'
import type { RefreshStack } from '../support/refresh/refresh-stack.ts'
import { someCities } from '../support/data/some-cities.ts'

const CITIES = someCities(8)
const MAX_AGE_SECONDS = { conditions: 900, forecast: 10_800, 'air-quality': 3600 }
const GEARS = ['city', 'bulk'] as const

/** The time the database remembers is moved back, as if so much had passed. */
async function letPass({ database: { db } }: RefreshStack, seconds: number): Promise<void> {
  const { conditionsConfirmedAt, forecastConfirmedAt, airQualityConfirmedAt } = refreshStates
  const passed = sql`make_interval(secs => ${seconds})`
  await db.update(refreshStates).set({
    conditionsConfirmedAt: sql`${conditionsConfirmedAt} - ${passed}`,
    forecastConfirmedAt: sql`${forecastConfirmedAt} - ${passed}`,
    airQualityConfirmedAt: sql`${airQualityConfirmedAt} - ${passed}`,
  })
}

const forget = ({ database: { db } }: RefreshStack) =>
  db.update(refreshStates).set({
    conditionsConfirmedAt: null,
    forecastConfirmedAt: null,
    airQualityConfirmedAt: null,
    outcomeAt: null,
  })

describe('forecasts and air quality beside conditions', () => {
  const stack = withRefreshStack({ cities: CITIES, providers: ['open-meteo'] })

  beforeEach(async () => {
    await forget(stack)
    stack.emulator.control.resetStats()
  })
  afterEach(() => leaveNothing(stack))

  const asked = () => stack.emulator.control.stats()['open-meteo']
  const tick = (fanOut: 'city' | 'bulk' = 'bulk') =>
    stack.refreshAll({ maxAgeSeconds: MAX_AGE_SECONDS, tickSeconds: 900, fanOut })

  /** What was tried for each city in its last refresh, in one line. */
  async function attempts(): Promise<string[]> {
    const states = await stack.database.db.select().from(refreshStates)
    return [
      ...new Set(
        states.map((state) =>
          (state.attempts ?? [])
            .map(({ products, outcome }) => `${products.join('+')} ${outcome}`)
            .join(', '),
        ),
      ),
    ]
  }

  it('are each asked for at the ticks their own age says', async () => {
    expect(await tick()).toMatchObject({ ok: 8, partial: 0 })
    expect(asked()).toMatchObject({ requests: 2, weight: 3 * 8 })
    const products: string[] = []
    for (let quarter = 1; quarter <= 12; quarter++) {
      await letPass(stack, 900)
      expect(await tick()).toMatchObject({ ok: 8 })
      products.push(...(await attempts()))
    }
    const WEATHER = 'conditions ok'
    const AND_AIR = 'conditions+air-quality ok'
    const hour = [WEATHER, WEATHER, WEATHER]
    const all = 'conditions+forecast+air-quality ok'
    expect(products).toEqual([...hour, AND_AIR, ...hour, AND_AIR, ...hour, all])
    expect(asked().weight).toBe((3 + 9 + 2 * 2 + 3) * 8)
  })

  it.each(GEARS)('are stored with the days of each city, in gear %s', async (fanOut) => {
    const { db } = stack.database
    await db.delete(forecastDays)
    await db.delete(airQuality)
    await tick(fanOut)
    const days = await db.select().from(forecastDays)
    for (const { id, timeZone } of CITIES) {
      const dates = days.filter(({ cityId }) => cityId === id).map(({ date }) => date)
      expect(dates).toHaveLength(7)
      expect(dates.toSorted()[0]).toBe(localDate(new Date(), timeZone))
    }
    expect(await db.select().from(airQuality)).toHaveLength(8)
  })

  it.each(GEARS)(
    'are asked for alone at the next tick when they alone have failed, in gear %s',
    async (fanOut) => {
      const down = { provider: 'open-meteo', path: '/v1/air-quality' } as const
      stack.emulator.control.setFaults([{ ...down, kind: 'status', status: 500 }])
      expect(await tick(fanOut)).toMatchObject({ status: 'completed_partial', partial: 8 })
      for (const tried of await attempts()) {
        expect(tried).toMatch(
          /^conditions\+forecast ok(, air-quality (unavailable|circuit-open))+$/,
        )
      }
      stack.emulator.control.clearFaults()
      stack.emulator.control.resetStats()
      const calm = { ...MAX_AGE_SECONDS, conditions: 3600 }
      const next = await stack.refreshAll({
        maxAgeSeconds: calm,
        tickSeconds: 900,
        fanOut,
        timings: REFRESH_TIMINGS,
      })
      expect(next).toMatchObject({ status: 'completed', ok: 8 })
      // The circuit that the failures opened is ridden out; what is asked is asked once.
      for (const tried of await attempts()) {
        expect(tried).toMatch(/^(air-quality circuit-open, )*air-quality ok$/)
      }
      expect(asked().weight).toBe(8)
    },
  )

  it.each(['stale', 'from-the-future'] as const)(
    'leave what was served before as it is when a later pass finds them %s',
    async (outcome) => {
      const air = { provider: 'open-meteo', path: '/v1/air-quality' } as const
      stack.emulator.control.setFaults([
        { ...air, kind: 'status', status: 503, remaining: 3 },
        { ...air, kind: outcome === 'stale' ? outcome : 'future', ageSeconds: 2 * 86_400 },
      ])
      const result = await stack.refreshAll({
        maxAgeSeconds: MAX_AGE_SECONDS,
        fanOut: 'bulk',
        timings: REFRESH_TIMINGS,
      })
      expect(result).toMatchObject({ status: 'completed_partial', partial: 8, failed: 0 })
      expect(result.providers['open-meteo']?.served).toBe(8)
      const transient = 'air-quality (unavailable|circuit-open)'
      for (const tried of await attempts()) {
        expect(tried).toMatch(
          new RegExp(`^conditions\\+forecast ok, (${transient}, )+air-quality ${outcome}$`),
        )
      }
    },
  )

  it('are all that a person asks for who finds the weather young enough', async () => {
    await tick()
    await stack.database.db.update(refreshStates).set({ airQualityConfirmedAt: null })
    stack.emulator.control.resetStats()
    const run = await stack.startRefreshCity(CITIES[0]!, {
      products: PRODUCTS,
      maxAgeSeconds: MAX_AGE_SECONDS,
    })
    const result = await run.result()
    expect(result.attempts.map(({ products }) => products.join())).toEqual(
      result.attempts.map(() => 'air-quality'),
    )
    expect(result.attempts.at(-1)).toMatchObject({ products: ['air-quality'], outcome: 'ok' })
    expect(result.temperatureC).toBeNull()
    expect(asked()).toMatchObject({ requests: 1, weight: 1 })
  })

  it('are asked for again, with the conditions, by force', async () => {
    await tick()
    stack.emulator.control.resetStats()
    expect(await stack.refreshAll({ maxAgeSeconds: MAX_AGE_SECONDS, force: true })).toMatchObject({
      ok: 8,
    })
    expect(asked().weight).toBe(3 * 8)
  })
})

describe('a product that no provider in the order offers', () => {
  const stack = withRefreshStack({ cities: CITIES, providers: ['met-norway'] })

  it.each(GEARS)('is not missed, and makes no city due, in gear %s', async (fanOut) => {
    await forget(stack)
    const all = { maxAgeSeconds: MAX_AGE_SECONDS, fanOut } as const
    expect(await stack.refreshAll({ ...all, force: true })).toMatchObject({
      status: 'completed',
      ok: 8,
      partial: 0,
    })
    stack.emulator.control.resetStats()
    expect(await stack.refreshAll(all)).toMatchObject({ ok: 0, skipped: 8 })
    expect(stack.emulator.control.stats()['met-norway'].requests).toBe(0)
  })
})
