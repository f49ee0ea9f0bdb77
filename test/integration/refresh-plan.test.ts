import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PlannedRefresh } from '../../db/queries/refresh-plan.ts'
import { showRefreshPlan } from '../../cli/refresh/refresh-plan.ts'
import { providerPlaces, refreshStates } from '../../db/schema/index.ts'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { hideTestSettings } from '../support/data/no-test-settings.ts'
import { someCities } from '../support/data/some-cities.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { leaveNothing } from '../support/temporal/end-runs.ts'

const MAX_AGE_SECONDS = { conditions: 900, forecast: 10_800, 'air-quality': 3600 }

/** One that is asked city by city and has no air quality, then one that takes many at once. */
const stack = withRefreshStack({ cities: someCities(8), providers: ['met-norway', 'open-meteo'] })

beforeEach(async () => {
  hideTestSettings()
  for (const [name, value] of Object.entries(stack.variables)) vi.stubEnv(name, value)
  const never = { conditionsConfirmedAt: null, forecastConfirmedAt: null }
  await stack.database.db.update(refreshStates).set({ ...never, airQualityConfirmedAt: null })
  await stack.database.db.delete(providerPlaces)
  stack.emulator.control.resetStats()
})
afterEach(() => leaveNothing(stack))

const asked = () =>
  PROVIDER_IDS.toSorted().flatMap((provider) => {
    const { requests, weight } = stack.emulator.control.stats()[provider]
    return requests > 0 ? [{ provider, requests, weight }] : []
  })

it.each(['city', 'bulk'] as const)(
  'D3, E30: a refresh in gear %s makes the calls that its plan said without any',
  async (fanOut) => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await showRefreshPlan({ json: true, fanOut })
    const plan = JSON.parse(said.mock.calls.at(-1)?.join() ?? '') as PlannedRefresh
    expect(asked()).toEqual([])
    expect(plan).toMatchObject({ total: 8, due: 8 })
    for (const { reason, calls } of plan.cities) {
      expect(reason).toBe('never-fetched')
      expect(calls).toEqual([
        { provider: 'met-norway', products: ['conditions', 'forecast'], weight: 1 },
        { provider: 'open-meteo', products: ['air-quality'], weight: 1 },
      ])
    }
    await stack.refreshAll({ maxAgeSeconds: MAX_AGE_SECONDS, fanOut })
    const planned = plan.requests
      .map(({ provider, requests, weight }) => ({
        provider,
        ...(fanOut === 'bulk' && { requests }),
        weight,
      }))
      .toSorted((one, other) => one.provider.localeCompare(other.provider))
    expect(planned).toHaveLength(2)
    expect(asked()).toMatchObject(planned)
  },
)
