import { expect, it } from 'vitest'
import type { Attempt } from './attempt.ts'
import { explainCity, productRefreshes, type ExplainFacts } from './explain.ts'
import { PROVIDER_IDS } from './provider-catalogue.ts'
import { providerSetups } from './provider-setup.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const ages = { conditions: 900, forecast: 10_800, 'air-quality': 3600 }
const order = ['openweathermap', 'open-meteo', 'met-norway', 'nws'] as const
const setups = providerSetups(
  PROVIDER_IDS.map((id) => {
    const position = order.findIndex((one) => one === id)
    const isKeyless = id === 'weatherapi'
    return {
      id,
      position: position === -1 ? null : position,
      key: isKeyless ? 'missing' : 'not_needed',
      barredBy: isKeyless ? 'its key is missing' : null,
    }
  }),
  [],
)

const ATTEMPTS: readonly Attempt[] = [
  {
    provider: 'openweathermap',
    products: ['conditions', 'air-quality'],
    outcome: 'parked',
    message: 'paused',
  },
  {
    provider: 'open-meteo',
    products: ['conditions'],
    outcome: 'unavailable',
    message: 'answered 503',
  },
  { provider: 'open-meteo', products: ['air-quality'], outcome: 'ok' },
  { provider: 'met-norway', products: ['conditions'], outcome: 'ok' },
]

const facts: ExplainFacts = {
  place: { id: 1, latitude: 51.5, longitude: 0, countryCode: 'GB', timeZone: 'Europe/London' },
  isActive: true,
  refreshes: productRefreshes(ATTEMPTS, { at: NOW, runId: 'run' }),
  confirmedAt: { conditions: NOW, forecast: null, 'air-quality': new Date('2026-11-22T10:00:00Z') },
  stored: {
    conditions: { provider: 'met-norway', validAt: NOW, confirmedAt: NOW, runId: 'run' },
  },
}
const explained = (changes: Partial<ExplainFacts> = {}) =>
  explainCity({ ...facts, ...changes }, setups, {
    maxAgeSeconds: ages,
    now: NOW,
    plan: { current: null, usual: null },
  })

it('says who was asked and who was refused, in their order, and why the others were not', () => {
  const [conditions] = explained()
  expect(conditions).toMatchObject({
    product: 'conditions',
    refreshedAt: NOW.toISOString(),
    runId: 'run',
    tried: [
      { provider: 'openweathermap', outcome: 'parked', isAsked: false, message: 'paused' },
      { provider: 'open-meteo', outcome: 'unavailable', isAsked: true },
      { provider: 'met-norway', outcome: 'ok', isAsked: true },
    ],
    stored: { provider: 'met-norway' },
    nextDueAt: new Date('2026-11-22T12:15:00Z'),
  })
  const why = Object.fromEntries(conditions!.skipped.map((one) => [one.provider, one.why]))
  expect(why).toEqual({
    nws: 'does not serve GB',
    weatherapi: 'its key is missing',
    'aviation-weather': 'is not in use',
  })
})

it('keeps each product with its own attempts, and one that was never asked for without any', () => {
  const [, forecast, air] = explained()
  expect(air?.tried.map(({ provider, outcome }) => `${provider} ${outcome}`)).toEqual([
    'openweathermap parked',
    'open-meteo ok',
  ])
  expect(air?.skipped).toContainEqual({ provider: 'met-norway', why: 'does not offer air-quality' })
  // It was due an hour ago.
  expect(air?.nextDueAt).toEqual(NOW)
  expect(forecast).toMatchObject({ refreshedAt: null, tried: [], stored: null, nextDueAt: NOW })
  expect(forecast?.skipped).toContainEqual({
    provider: 'open-meteo',
    why: 'nothing was asked for yet',
  })
})

it('of a city that is left out is never due', () => {
  for (const { nextDueAt } of explained({ isActive: false })) expect(nextDueAt).toBeNull()
})
