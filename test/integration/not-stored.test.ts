import { eq, sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import {
  conditions,
  forecastDays,
  providerPlaces,
  refreshCounts,
  refreshStates,
} from '../../db/schema/index.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { refreshInput } from '../support/refresh/refresh-stack.ts'
import { watch } from '../support/refresh/refresh-watch.ts'
import { someCities } from '../support/data/some-cities.ts'

const CITIES = someCities(12)
const REFUSED = CITIES[4]!
const WITHOUT_WAITING = { most: 3, initialMs: 50, longestWaitMs: 60_000 }
const OPEN_METEO = ['open-meteo'] as const
const BOTH = ['open-meteo', 'met-norway'] as const

describe('an answer that the database does not take', () => {
  const stack = withRefreshStack({ cities: CITIES })
  const seen = watch(stack)

  afterEach(async () => {
    for (const table of ['conditions', 'forecast_days']) {
      await stack.database.db.execute(
        sql.raw(`alter table ${table} drop constraint if exists refused`),
      )
    }
  })

  const refuse = (table: 'conditions' | 'forecast_days', providers: readonly ProviderId[]) =>
    stack.database.db.execute(
      sql.raw(`alter table ${table} add constraint refused check
        (city_id <> ${REFUSED.id} or provider not in ('${providers.join("', '")}')) not valid`),
    )

  const refresh = (fanOut: 'city' | 'bulk') => {
    const timings = { ...refreshInput().timings, passes: WITHOUT_WAITING }
    const maxAgeSeconds = { conditions: 900, forecast: 10_800 }
    return stack.refreshAll({ fanOut, force: true, timings, maxAgeSeconds })
  }

  const stateOfRefused = async () => {
    const states = await stack.database.db.select().from(refreshStates)
    return states.find(({ cityId }) => cityId === REFUSED.id)
  }

  /** Whose rows of the city were taken. */
  const providersOf = async (
    table: typeof conditions | typeof forecastDays,
  ): Promise<ProviderId[]> => {
    const rows = await stack.database.db
      .selectDistinct({ provider: table.provider })
      .from(table)
      .where(eq(table.cityId, REFUSED.id))
    return rows.map(({ provider }) => provider)
  }

  const counted = async (): Promise<Record<string, number>> => {
    const rows = await stack.database.db.select().from(refreshCounts)
    const sums: Record<string, number> = {}
    for (const { outcome, cities } of rows) sums[outcome] = (sums[outcome] ?? 0) + cities
    return sums
  }

  const emptied = async (): Promise<void> => {
    await stack.database.db.delete(conditions)
    await stack.database.db.delete(forecastDays)
    await stack.database.db.delete(refreshCounts)
    await stack.database.db.delete(providerPlaces)
  }

  it.each(['bulk', 'city'] as const)(
    'of the first provider is followed by the next one, in gear %s, and counted once',
    async (fanOut) => {
      await emptied()
      await refuse('conditions', OPEN_METEO)
      const result = await refresh(fanOut)
      expect(result).toMatchObject({ status: 'completed', ok: 12, partial: 0, failed: 0 })
      expect(result.providers).toMatchObject({
        'open-meteo': { served: 11, failures: { 'not-stored': 1 } },
        'met-norway': { served: 1, failures: {} },
      })
      expect(await providersOf(conditions)).toEqual(['met-norway'])
      const state = await stateOfRefused()
      expect(state).toMatchObject({ outcome: 'ok', outcomeProvider: 'met-norway' })
      expect(state?.attempts?.map(({ provider, outcome }) => [provider, outcome])).toContainEqual([
        'open-meteo',
        'not-stored',
      ])
      expect(await counted()).toEqual({ ok: 12 })
      expect(await seen.claims()).toEqual([])
    },
  )

  it.each(['bulk', 'city'] as const)(
    'is replaced by the next provider also where only the forecast is refused, in gear %s',
    async (fanOut) => {
      await emptied()
      await refuse('forecast_days', OPEN_METEO)
      const result = await refresh(fanOut)
      expect(result).toMatchObject({ status: 'completed', ok: 12, partial: 0, failed: 0 })
      expect(result.providers['open-meteo']).toMatchObject({ served: 12 })
      expect(await providersOf(forecastDays)).toEqual(['met-norway'])
      expect(await counted()).toEqual({ ok: 12 })
      expect(await seen.claims()).toEqual([])
    },
  )

  it.each(['bulk', 'city'] as const)(
    'of every provider fails that city alone, in gear %s, with each reason',
    async (fanOut) => {
      await emptied()
      await refuse('conditions', BOTH)
      const result = await refresh(fanOut)
      expect(result).toMatchObject({ status: 'completed_partial', ok: 11, failed: 1 })
      const [failure] = result.failures
      expect(failure).toMatchObject({ cityId: REFUSED.id })
      const refusals = failure?.attempts.filter(({ outcome }) => outcome === 'not-stored')
      expect(refusals?.map(({ provider }) => provider)).toEqual([...BOTH])
      expect(await providersOf(conditions)).toEqual([])
      expect(await counted()).toEqual({ ok: 11, failed: 1 })
      expect(await seen.claims()).toEqual([])
    },
  )
})
