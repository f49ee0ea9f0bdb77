import { expect, it } from 'vitest'
import type { AlertFacts, ProviderAlertFacts } from './alert-facts.ts'
import { OBJECTIVE_SPANS, type ObjectiveSpan } from '../objectives/error-budget.ts'
import { objectiveOf } from '../objectives/freshness-objective.ts'
import { alertFindings } from './alert-rules.ts'

const FINE: AlertFacts = {
  cacheReads: 1_000,
  cacheHitRate: 0.9,
  cities: 100,
  freshnessScore: 95,
  staleShare: 0.02,
  objectives: [],
  providers: [],
}

const provider = (facts: Partial<ProviderAlertFacts>): AlertFacts => ({
  ...FINE,
  providers: [
    {
      provider: 'open-meteo',
      requests: 100,
      errorRate: 0,
      responseMs: 200,
      budgetShare: null,
      windows: [],
      ...facts,
    },
  ],
})

const quota = (usedShare: number, window: 'minute' | 'day' | 'month' = 'day') =>
  provider({ windows: [{ window, usedShare }] })

/** Late seconds of a hundred, by span. */
const objective = (late: Partial<Record<ObjectiveSpan, number>>): AlertFacts => ({
  ...FINE,
  objectives: [
    {
      objective: objectiveOf('all=30@95'),
      cities: 1,
      lateCities: 0,
      measuredAt: new Date(0),
      time: Object.fromEntries(
        OBJECTIVE_SPANS.map((span) => [
          span,
          { citySeconds: 100, lateCitySeconds: late[span] ?? 0 },
        ]),
      ) as Record<ObjectiveSpan, { citySeconds: number; lateCitySeconds: number }>,
    },
  ],
})

const raised = (facts: AlertFacts) =>
  alertFindings(facts).map(({ key, severity }) => [key, severity])

const CACHE = 'cache:hit-rate'
const SCORE = 'freshness:score'
const STALE = 'freshness:stale-share'
const OBJECTIVE = 'freshness:objective:all=30@95'
const ERRORS = 'provider:open-meteo:error-rate'
const TIME = 'provider:open-meteo:response-time'
const BUDGET = 'provider:open-meteo:budget'
const DAY = 'provider:open-meteo:quota-day'

it.each<[string, AlertFacts, string, string]>([
  ['a hit rate under 40 %', { ...FINE, cacheHitRate: 0.399 }, CACHE, 'error'],
  ['a hit rate of 40 %', { ...FINE, cacheHitRate: 0.4 }, CACHE, 'warning'],
  ['a freshness score under 70', { ...FINE, freshnessScore: 69.9 }, SCORE, 'critical'],
  ['a freshness score of 70', { ...FINE, freshnessScore: 70 }, SCORE, 'warning'],
  ['more than 20 % stale cities', { ...FINE, staleShare: 0.21 }, STALE, 'error'],
  [
    'an error budget spent six times too fast',
    objective({ hour: 30, half_hour: 30, six_hours: 30 }),
    OBJECTIVE,
    'critical',
  ],
  [
    'an error budget spent twice too fast',
    objective({ six_hours: 10, hour: 10 }),
    OBJECTIVE,
    'warning',
  ],
  ['more than 10 % of requests that fail', provider({ errorRate: 0.11 }), ERRORS, 'error'],
  ['more than half of requests that fail', provider({ errorRate: 0.51 }), ERRORS, 'critical'],
  ['requests of more than 5 s', provider({ responseMs: 5_001 }), TIME, 'warning'],
  ['75 % of a budget', provider({ budgetShare: 0.75 }), BUDGET, 'warning'],
  ['90 % of a budget', provider({ budgetShare: 0.9 }), BUDGET, 'critical'],
  ['80 % of a quota', quota(0.8), DAY, 'warning'],
  ['95 % of a quota', quota(0.95), DAY, 'critical'],
])('S62: %s raises one alert', (_what, facts, key, severity) => {
  expect(raised(facts)).toEqual([[key, severity]])
})

it.each<[string, AlertFacts]>([
  ['all is well', FINE],
  [
    'the bounds are met exactly',
    { ...FINE, cacheHitRate: 0.6, freshnessScore: 85, staleShare: 0.2 },
  ],
  ['nothing is known', { ...FINE, cacheHitRate: null, freshnessScore: null, staleShare: null }],
  ['a late hour is over', objective({ hour: 40, half_hour: 0, six_hours: 9 })],
  ['late hours are over', objective({ six_hours: 40, hour: 9, half_hour: 9 })],
  ['few reads missed', { ...FINE, cacheReads: 19, cacheHitRate: 0 }],
  ['10 % of requests fail', provider({ errorRate: 0.1 })],
  ['few requests fail slowly', provider({ requests: 4, errorRate: 1, responseMs: 9_000 })],
  ['a provider was not asked', provider({ requests: 0, errorRate: null, responseMs: null })],
  ['74 % of a budget are spent', provider({ budgetShare: 0.74 })],
  ['79 % of a quota is used', quota(0.79)],
  ['a minute is full', quota(1, 'minute')],
])('S62: where %s nothing is raised', (_what, facts) => {
  expect(raised(facts)).toEqual([])
})

it('S62: an alert says what is wrong in numbers, and what to do', () => {
  expect(alertFindings(quota(0.954, 'month'))).toEqual([
    {
      key: 'provider:open-meteo:quota-month',
      type: 'capacity',
      severity: 'critical',
      message: 'Open-Meteo: 95 % of the quota of this month is used',
      recommendation: 'Add a provider, fewer cities, or a longer interval',
    },
  ])
})
