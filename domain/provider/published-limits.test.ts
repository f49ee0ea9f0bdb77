import { describe, expect, it } from 'vitest'
import { isCalendarDate } from '../time/calendar-date.ts'
import { PROVIDER_IDS } from './provider-catalogue.ts'
import { appliedLimits, settingOverride } from './provider-limits.ts'
import { PUBLISHED_LIMITS } from './published-limits.ts'

describe('S48: the limits of a provider', () => {
  it.each(PROVIDER_IDS)('say for %s where they were read, and when', (id) => {
    const { quota, source, asOf } = PUBLISHED_LIMITS[id]
    expect(quota.length).toBeGreaterThan(0)
    for (const said of [{ source, asOf }, ...quota]) {
      expect(new URL(said.source).protocol).toBe('https:')
      expect(isCalendarDate(said.asOf)).toBe(true)
    }
  })

  it('are settings, which say so and since when', () => {
    const plan = [{ window: 'day', limit: 50 }] as const
    const override = settingOverride({ quota: plan, maxInFlight: 8 }, new Date('2026-11-28T09:00Z'))
    const { quota, pace, maxPlacesPerRequest } = appliedLimits('open-meteo', [override])
    expect(quota).toEqual([{ window: 'day', limit: 50, source: 'setting', asOf: '2026-11-28' }])
    expect(pace.maxInFlight).toBe(8)
    expect(maxPlacesPerRequest).toBe(PUBLISHED_LIMITS['open-meteo'].placesPerRequest)
  })
})
