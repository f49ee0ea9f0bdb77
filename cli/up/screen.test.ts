import { describe, expect, it } from 'vitest'
import { percentText, screenText, type ScreenFacts } from './screen.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const FACTS: ScreenFacts = {
  mode: 'live',
  apiUrl: 'http://127.0.0.1:8247',
  webUiUrl: 'http://127.0.0.1:8233',
  cities: 120,
  first: { refreshed: 118, failed: 2, fresh: 0, durationMs: 4_200 },
  everyMinutes: 15,
  maxAgeMinutes: 15,
  shares: [
    { name: 'Open-Meteo', shareOfDay: 1.152 },
    { name: 'MET Norway', shareOfDay: null },
  ],
  contactAskedBy: [],
  barredFromCommerce: [],
  next: [{ schedule: 'refresh-all-cities', at: new Date('2026-03-01T12:15:05Z'), isPaused: false }],
  dataDir: '/data',
}

describe('screenText', () => {
  it('says where everything is, how fresh, at what price, what comes next, how to stop', () => {
    expect(screenText(FACTS, NOW)).toMatchInlineSnapshot(`
      "Weather247 is running.

        Dashboard          http://127.0.0.1:8247/
        API                http://127.0.0.1:8247
        API documentation  http://127.0.0.1:8247/docs
        Temporal Web UI    http://127.0.0.1:8233
        Cities             118 of 120 refreshed in 4.2 s, 2 failed: what is stored is served, marked stale
        Kept fresh         every 15 min, aiming at no weather older than 15 min
        Takes of a day     Open-Meteo: 115 % of its daily limit, the rest from the next (120 cities with forecasts and air quality, if it serves all)
                           MET Norway: no daily limit published
        Runs next          refresh-all-cities in 15 min, at 12:15 UTC
        Data and logs      /data

        Stop with Ctrl+C."
    `)
  })

  it('needs few words when there was nothing to do', () => {
    const first = { refreshed: 0, failed: 0, fresh: 120, durationMs: 300 }
    expect(screenText({ ...FACTS, first }, NOW)).toContain('all 120 are fresh already')
  })

  it('says in one sentence what the plan gives, where the limits do not carry everything', () => {
    const plan = 'open-meteo cannot carry every refresh: mean age 12 min'
    expect(screenText({ ...FACTS, plan }, NOW)).toContain(`Kept fresh         ${plan}`)
  })

  it('fits on one screen of 24 lines', () => {
    expect(screenText(FACTS, NOW).split('\n').length).toBeLessThan(20)
  })

  it('says of a demo that its weather is simulated', () => {
    const text = screenText({ ...FACTS, mode: 'demo' }, NOW)
    expect(text).toContain('DEMO')
    expect(text).toContain('SIMULATED')
  })

  it('says who asks for a contact, and how to give it, where the weather is real', () => {
    const asked = { ...FACTS, contactAskedBy: ['MET Norway', 'NWS'] }
    expect(screenText(asked, NOW)).toMatch(/Contact .* MET Norway and NWS ask .* WEATHER_CONTACT/)
    expect(screenText({ ...asked, mode: 'demo' }, NOW)).not.toContain('WEATHER_CONTACT')
    expect(screenText(FACTS, NOW)).not.toContain('WEATHER_CONTACT')
  })

  it('says which providers are left out because their plan forbids commercial use', () => {
    const barred = { ...FACTS, barredFromCommerce: ['Open-Meteo'] }
    expect(screenText(barred, NOW)).toMatch(
      /Left out .*Open-Meteo: its free plan forbids commercial/,
    )
    expect(screenText(FACTS, NOW)).not.toContain('Left out')
  })

  it('shows pauses, missing plans and an unfinished first refresh', () => {
    const next = [
      { schedule: 'one', at: null, isPaused: true },
      { schedule: 'two', at: null, isPaused: false },
    ]
    const text = screenText({ ...FACTS, next, first: undefined, webUiUrl: undefined }, NOW)
    expect(text).toContain('one: paused')
    expect(text).toContain('two: no run planned')
    expect(text).toContain('the first refresh still runs')
    expect(text).toContain('WEATHER247_WEB_UI_URL')
  })
})

describe('percentText', () => {
  it('is exact where shares are small', () => {
    expect([0.0123, 0.5, 1.152, Infinity].map(percentText)).toEqual([
      '1.2 %',
      '50 %',
      '115 %',
      'more than all',
    ])
  })
})
